import { derivative, grad } from 'ad';
// Newton's method through a derivative, and its own derivative: d/da of the cube root of a
const newton = (f, x) => { for (let i = 0; i < 40; i++) x = x - f(x) / derivative(f)(x); return x; };
console.log(newton(x => x ** 3 - 8, 3));
console.log(grad(a => newton(x => x ** 3 - a, 3))(8).toFixed(12), (1 / 12).toFixed(12));
// fixed point of cos
console.log(newton(x => Math.cos(x) - x, 1).toFixed(12));
