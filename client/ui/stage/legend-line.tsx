/** The signs of the picture in one line. */
export function LegendLine() {
  return (
    <span className="legend-line" aria-hidden="true">
      <span>
        <i className="mark square" /> agreement
      </span>
      <span>
        <i className="mark disc hollow" /> programme, facility, mission
      </span>
      <span>
        <i className="mark diamond" /> joint body
      </span>
      <span>
        <i className="line solid" /> in force or no end stated
      </span>
      <span>
        <i className="line dashed" /> stated end passed
      </span>
      <span>
        <i className="line dotted" /> only discussed
      </span>
      <span>
        <i className="line double" /> disputed
      </span>
    </span>
  );
}
