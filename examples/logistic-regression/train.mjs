// Fits an L2-regularised logistic regression to the Wisconsin breast cancer data (569 tumours, 30
// measurements each, benign or malignant) by Newton's method. The loss is plain JavaScript; its
// gradient and its Hessian come from ad4j.
//
//   ad run examples/logistic-regression/train.mjs

import { readCsv, readText, softplus, valueGradientHessian } from 'ad';

const LAMBDA = 0.01; // weight of the regularisation

// The data: one row a tumour; the last column says whether it is benign.
const { rows } = readCsv('breast_cancer.csv');
const features = standardised(rows.map((row) => row.slice(0, -1)));
const signs = rows.map((row) => (row.at(-1) === 1 ? 1 : -1));

// The loss at weights w and intercept c: log(1 + exp(-margin)) on average over all rows.
function loss([...w]) {
  const c = w.pop();
  let sum = 0;
  for (let i = 0; i < features.length; i++) {
    let z = c;
    for (let j = 0; j < w.length; j++) z += w[j] * features[i][j];
    sum += softplus(-signs[i] * z);
  }
  return sum / features.length + LAMBDA / 2 * w.reduce((s, v) => s + v * v, 0);
}

// Newton's method: each step goes to the lowest point of the parabola that fits the loss best.
const state = valueGradientHessian(loss);
let parameters = new Array(31).fill(0);
console.log('step       loss             largest slope   correct');
for (let step = 0; step < 20; step++) {
  const { value, gradient, hessian } = state(parameters);
  const slope = Math.max(...gradient.map(Math.abs));
  console.log(`${String(step).padStart(4)}  ${value.toFixed(16)}  ${slope.toExponential(3).padStart(13)}`
    + `  ${(100 * accuracy(parameters)).toFixed(2).padStart(7)} %`);
  if (slope < 1e-15) break;
  const move = solve(hessian, gradient);
  parameters = parameters.map((p, i) => p - move[i]);
}

// How far this is from the optimum that was computed elsewhere.
const { optimum } = JSON.parse(readText('breast_cancer.reference.json'));
const expected = [...optimum.weights, optimum.intercept];
const difference = Math.max(...parameters.map((p, i) => Math.abs(p - expected[i])));
console.log(`loss                       ${loss(parameters)}`);
console.log(`  off the reference by     ${Math.abs(loss(parameters) - optimum.loss).toExponential(1)}`);
console.log(`weights off it by at most  ${difference.toExponential(1)}`);

// Each column shifted and scaled to mean 0 and standard deviation 1.
function standardised(table) {
  const columns = table[0].map((_, j) => {
    const column = table.map((row) => row[j]);
    const mean = column.reduce((s, v) => s + v, 0) / column.length;
    const variance = column.reduce((s, v) => s + (v - mean) ** 2, 0) / column.length;
    return { mean, deviation: Math.sqrt(variance) };
  });
  return table.map((row) => row.map((v, j) => (v - columns[j].mean) / columns[j].deviation));
}

function accuracy(p) {
  const right = features.filter((row, i) =>
    signs[i] * row.reduce((s, v, j) => s + p[j] * v, p.at(-1)) > 0);
  return right.length / features.length;
}

// The solution of A x = b by Gaussian elimination; A is symmetric and positive definite.
function solve(A, b) {
  const rows = A.map((row, i) => [...row, b[i]]);
  const n = b.length;
  for (let k = 0; k < n; k++) {
    for (let i = k + 1; i < n; i++) {
      const factor = rows[i][k] / rows[k][k];
      for (let j = k; j <= n; j++) rows[i][j] -= factor * rows[k][j];
    }
  }
  const x = new Array(n);
  for (let i = n - 1; i >= 0; i--) {
    let sum = rows[i][n];
    for (let j = i + 1; j < n; j++) sum -= rows[i][j] * x[j];
    x[i] = sum / rows[i][i];
  }
  return x;
}
