import { grad, jacobian } from 'ad';
const power = (x, n) => (n === 0 ? 1 : n % 2 ? x * power(x, n - 1) : power(x * x, n / 2));
console.log(grad(x => power(x, 11))(1.5) === 11 * 1.5 ** 10, grad(x => power(x, 11))(1));
const hanoi = (n, x) => (n === 0 ? x : 2 * hanoi(n - 1, x) + 1);
console.log(grad(x => hanoi(10, x))(1));
const even = n => (n === 0 ? true : odd(n - 1)), odd = n => (n === 0 ? false : even(n - 1));
console.log(grad(x => (even(6) ? x : -x) * 3)(1));
let depth = 0;
console.log(grad(function f(x) { return ++depth > 500 ? x : f(x) + x; })(1));
