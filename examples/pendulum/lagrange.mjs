// A double pendulum from nothing but its energies: the equations of motion come from the Lagrangian by
// derivatives of derivatives (Euler and Lagrange: d/dt dL/dv = dL/dq). Their exactness shows in the
// energy, which stays.
//
//   ad run examples/pendulum/lagrange.mjs

import { grad, hessian, jacobian, taylor } from 'ad';

const GRAVITY = 9.81;

// Two masses of 1 kg on rods of 1 m: angles q, speeds v.
const kinetic = (q, v) => v[0] ** 2 + v[1] ** 2 / 2 + v[0] * v[1] * Math.cos(q[0] - q[1]);
const potential = (q) => -GRAVITY * (2 * Math.cos(q[0]) + Math.cos(q[1]));
const lagrangian = (q, v) => kinetic(q, v) - potential(q);

// M a = dL/dq - (d2L/dv dq) v, with M = d2L/dv2.
function acceleration(q, v) {
  const [[a, b], [c, d]] = hessian((u) => lagrangian(q, u))(v);
  const force = grad((p) => lagrangian(p, v))(q);
  const mixed = jacobian((p) => grad((u) => lagrangian(p, u))(v))(q);
  const r = force.map((f, i) => f - mixed[i][0] * v[0] - mixed[i][1] * v[1]);
  const det = a * d - b * c;
  return [(d * r[0] - b * r[1]) / det, (a * r[1] - c * r[0]) / det];
}

// One step of Runge and Kutta.
function step([q, v], h) {
  const rate = (k, s) => {
    const at = (x, i) => x.map((value, j) => value + s * k[i][j]);
    const speed = at(v, 1);
    return [speed, acceleration(at(q, 0), speed)];
  };
  const k1 = rate([[0, 0], [0, 0]], 0);
  const k2 = rate(k1, h / 2);
  const k3 = rate(k2, h / 2);
  const k4 = rate(k3, h);
  const next = (x, i) =>
    x.map((value, j) => value + h / 6 * (k1[i][j] + 2 * k2[i][j] + 2 * k3[i][j] + k4[i][j]));
  return [next(q, 0), next(v, 1)];
}

const energy = ([q, v]) => kinetic(q, v) + potential(q);
let state = [[2, 2.5], [0, 0]];
const start = energy(state);
for (let n = 0; n <= 400; n++) {
  if (n % 100 === 0) {
    const [q] = state;
    console.log(`t = ${(n / 200).toFixed(1)} s: angles ${q.map((x) => x.toFixed(4)).join(' ')},`
      + ` energy off by ${Math.abs(energy(state) - start).toExponential(0)}`);
  }
  state = step(state, 1 / 200);
}

// For small swings the pull back is nearly proportional to the angle: how nearly, says its series.
const series = taylor(Math.sin, 0, 7);
console.log(`sin x = ${series.flatMap((c, n) => (c === 0 ? [] : `(${c.toFixed(6)}) x^${n}`)).join(' + ')} + ...`);
