import { sin } from 'ad';

export function loss(x, y) {
  return x * x * y + sin(x);
}

export const residuals = (x, y) => [x * y - 1, x - y];

export const norm = (v) => Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));

export const risky = (x) => {
  const t = Math.log(x - 5);
  return t * 2;
};

export default (x) => x ** 3;
