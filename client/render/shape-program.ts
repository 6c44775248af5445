import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

/** Numbers the shader knows the shapes by; a hollow one adds HOLLOW. */
export const SHAPES = { disc: 0, square: 1, diamond: 2 } as const;
export const HOLLOW = 8;

export interface ShapeData extends NodeDisplayData {
  readonly shape: number;
  /** Inside of a hollow shape. */
  readonly fill: string;
}

const VERTEX_SHADER = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_fill;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec4 v_fill;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
const float bias = 255.0 / 254.0;
void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 4.0;
  vec2 offset = size * 1.25 * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + offset, 1)).xy, 0, 1);
  v_offset = offset;
  v_radius = size / 2.0;
  v_shape = a_shape;
  v_fill = a_fill;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_fill.a *= bias;
}`;

const FRAGMENT_SHADER = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec4 v_fill;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
uniform float u_correctionRatio;
void main(void) {
  float pixel = u_correctionRatio * 2.0;
  float shape = v_shape;
  bool isHollow = shape > 7.5;
  if (isHollow) shape -= 8.0;
  vec2 p = abs(v_offset);
  float edge;
  if (shape < 0.5) edge = length(p) - v_radius;
  else if (shape < 1.5) edge = max(p.x, p.y) - v_radius * 0.86;
  else edge = (p.x + p.y - v_radius * 1.2) * 0.7071;
  #ifdef PICKING_MODE
  if (edge > pixel * 2.0) gl_FragColor = vec4(0.0);
  else gl_FragColor = v_color;
  #else
  float cover = 1.0 - smoothstep(-0.5 * pixel, 0.5 * pixel, edge);
  vec4 colour = v_color;
  if (isHollow) {
    float inside = 1.0 - smoothstep(-0.5 * pixel, 0.5 * pixel, edge + 1.5 * pixel);
    colour = mix(v_color, v_fill, inside);
  }
  gl_FragColor = vec4(colour.rgb * colour.a * cover, colour.a * cover);
  #endif
}`;

const UNIFORMS = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix'] as const;

/** One program for every shape of the picture: disc, square, diamond, filled or hollow, with soft edges. */
export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX_SHADER,
      FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_fill', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  override processVisibleItem(nodeIndex: number, startIndex: number, data: NodeDisplayData): void {
    const { shape, fill } = data as ShapeData;
    let at = startIndex;
    this.array[at++] = data.x;
    this.array[at++] = data.y;
    this.array[at++] = data.size;
    this.array[at++] = floatColor(data.color);
    this.array[at++] = floatColor(fill);
    this.array[at++] = shape;
    this.array[at++] = nodeIndex;
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniform1f(uniformLocations['u_correctionRatio'] ?? null, params.correctionRatio);
    gl.uniform1f(uniformLocations['u_sizeRatio'] ?? null, params.sizeRatio);
    gl.uniformMatrix3fv(uniformLocations['u_matrix'] ?? null, false, params.matrix);
  }
}
