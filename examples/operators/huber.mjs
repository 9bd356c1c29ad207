// An operator of one's own: log(1 - exp(-x)), which plain code computes badly for small and large x,
// and whose slope 1 / (exp(x) - 1) is declared along with it. It is an operator like any other: in
// both modes, at every order. Then a line through points with an outlier.
//
//   ad run examples/operators/huber.mjs

import { check, derivative, grad, operator } from 'ad';

const log1mexp = operator('log1mexp', {
  value: (x) => (x < Math.LN2 ? Math.log(-Math.expm1(-x)) : Math.log1p(-Math.exp(-x))),
  slope: (x) => 1 / Math.expm1(x),
});
for (const x of [1e-10, 1, 40]) {
  const [value, slope, curvature] = [log1mexp, grad(log1mexp), derivative(log1mexp, 2)].map((f) => f(x).toExponential(9));
  console.log(`at ${x}: ${value}, slope ${slope}, curvature ${curvature}`);
}
console.log(`plain code at 40: ${Math.log(1 - Math.exp(-40))}`);
console.log(`agrees with finite differences: ${check(log1mexp, 0.7).passed}`);

// Two arguments: a residual and the width within which it counts as a square.
const huber = operator('huber', {
  value: (r, d) => (Math.abs(r) <= d ? r * r / 2 : d * (Math.abs(r) - d / 2)),
  slope: [
    (r, d) => Math.max(-d, Math.min(d, r)),
    (r, d) => Math.max(0, Math.abs(r) - d),
  ],
});

const points = [[0, 1.1], [1, 2.9], [2, 5.2], [3, 6.8], [4, 9.1], [5, 40]];
const loss = ([a, b]) => points.reduce((s, [x, y]) => s + huber(a * x + b - y, 1), 0);

let line = [0, 0];
for (let step = 0; step < 400; step++) {
  const [a, b] = grad(loss)(line);
  line = [line[0] - 0.02 * a, line[1] - 0.02 * b];
}
console.log(`line: y = ${line[0].toFixed(3)} x + ${line[1].toFixed(3)}`);
console.log(`largest slope left: ${Math.max(...grad(loss)(line).map(Math.abs)).toExponential(0)}`);
