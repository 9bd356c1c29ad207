import { valueAndGrad } from 'ad';
// the square root by Heron's method, until it no longer moves
const root = x => { let y = x; while (Math.abs(y * y - x) > 1e-14 * x) y = (y + x / y) / 2; return y; };
const { value, gradient } = valueAndGrad(root)(4);
console.log(value, gradient.toFixed(12));
const halve = x => { let n = 0; do { x /= 2; n++; } while (x > 1); return x + n; };
console.log(valueAndGrad(halve)(20));
