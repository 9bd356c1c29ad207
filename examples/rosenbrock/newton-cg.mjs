// The minimum of Rosenbrock's banana function in ten dimensions, by Newton's method without a Hessian:
// each step solves H p = -g by conjugate gradients, which only needs products of H with a vector.
//
//   ad run examples/rosenbrock/newton-cg.mjs

import { hvp, valueAndGrad } from 'ad';

function rosenbrock(x) {
  let sum = 0;
  for (let i = 0; i + 1 < x.length; i++) {
    sum += 100 * (x[i + 1] - x[i] ** 2) ** 2 + (1 - x[i]) ** 2;
  }
  return sum;
}

const dot = (a, b) => a.reduce((s, v, i) => s + v * b[i], 0);
const moved = (x, step, direction) => x.map((v, i) => v + step * direction[i]);

// Conjugate gradients until the residual is small, or the curvature no longer positive.
function direction(x, gradient) {
  let p = x.map(() => 0);
  let residual = gradient.map((v) => -v);
  let d = residual;
  const goal = Math.min(0.5, Math.sqrt(Math.hypot(...gradient))) * Math.hypot(...gradient);
  while (Math.hypot(...residual) > goal) {
    const curved = hvp(rosenbrock, x, d);
    const curvature = dot(d, curved);
    if (curvature <= 0) return p.some((v) => v !== 0) ? p : d;
    const before = dot(residual, residual);
    const step = before / curvature;
    p = moved(p, step, d);
    residual = moved(residual, -step, curved);
    d = moved(residual, dot(residual, residual) / before, d);
  }
  return p;
}

const slope = valueAndGrad(rosenbrock);
let x = Array.from({ length: 10 }, (_, i) => (i % 2 ? 1 : -1.2));
for (let step = 0; step < 200; step++) {
  const { value, gradient } = slope(x);
  const steepest = Math.max(...gradient.map(Math.abs));
  if (step % 20 === 0 || steepest < 1e-10) {
    console.log(`step ${step}: value ${value.toExponential(3)}, largest slope ${steepest.toExponential(1)}`);
  }
  if (steepest < 1e-10) break;
  const p = direction(x, gradient);
  let length = 1;
  while (rosenbrock(moved(x, length, p)) > value + 1e-4 * length * dot(gradient, p)) length /= 2;
  x = moved(x, length, p);
}
console.log(`farthest from the minimum at (1, ..., 1): ${Math.max(...x.map((v) => Math.abs(v - 1))).toExponential(1)}`);
