UNWIND range(1, 5000) AS x
RETURN x AS number, 'organisation number ' + toString(x) AS caption, x * 0.5 AS half, [x, x + 1] AS pair
