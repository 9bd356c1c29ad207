import { grad, stopGradient } from 'ad';
console.log(grad(x => x * stopGradient(x))(3));
const table = [10, 20, 30];
console.log(grad(x => x * table[stopGradient(Math.trunc(x))])(1.5));
console.log(grad(x => { const o = stopGradient({ a: x, b: [x, 1] }); return o.a * x + o.b[0]; })(2));
console.log(stopGradient(4), stopGradient([1, 2]));
