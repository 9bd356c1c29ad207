// Tells three kinds of iris apart by four measurements: softmax regression, fitted by gradient descent
// with momentum. The parameters are an object; so is the gradient.
//
//   ad run examples/iris/softmax.mjs

import { readCsv, valueAndGrad } from 'ad';

const { rows } = readCsv('iris.csv');
const kinds = [...new Set(rows.map((row) => row.at(-1)))];
const flowers = rows.map((row) => ({ x: row.slice(0, -1), kind: kinds.indexOf(row.at(-1)) }));

const scores = ({ weights, bias }, x) =>
  weights.map((w, k) => w.reduce((s, v, j) => s + v * x[j], bias[k]));

// Minus the logarithm of the probability of what each flower is, on average.
function loss(model) {
  let sum = 0;
  for (const { x, kind } of flowers) {
    const z = scores(model, x);
    const top = Math.max(...z);
    sum += Math.log(z.reduce((s, v) => s + Math.exp(v - top), 0)) + top - z[kind];
  }
  const { weights } = model;
  return sum / flowers.length + 1e-3 * weights.flat().reduce((s, v) => s + v * v, 0);
}

// The same done to all numbers of two or three models.
const combined = (f, a, ...others) =>
  typeof a === 'number' ? f(a, ...others)
    : Array.isArray(a) ? a.map((v, i) => combined(f, v, ...others.map((o) => o[i])))
      : Object.fromEntries(Object.keys(a).map((k) => [k, combined(f, a[k], ...others.map((o) => o[k]))]));

let model = { weights: kinds.map(() => [0, 0, 0, 0]), bias: kinds.map(() => 0) };
let speed = combined(() => 0, model);
const slope = valueAndGrad(loss);
for (let step = 0; step <= 100; step++) {
  const { value, gradient } = slope(model);
  if (step % 20 === 0) console.log(`step ${step}: loss ${value.toFixed(6)}`);
  speed = combined((v, g) => 0.9 * v - 0.1 * g, speed, gradient);
  model = combined((p, v) => p + v, model, speed);
}

const guess = ({ x }) => { const z = scores(model, x); return z.indexOf(Math.max(...z)); };
const right = flowers.filter((flower) => guess(flower) === flower.kind).length;
console.log(`${right} of ${flowers.length} told right`);
