import { grad, jacobian } from 'ad';
const mean = xs => xs.reduce((s, x) => s + x, 0) / xs.length;
const variance = xs => mean(xs.map(x => (x - mean(xs)) ** 2));
console.log(grad(variance)([1, 2, 3, 6]));
console.log(jacobian(xs => [...xs].sort((a, b) => a - b))([3, 1, 2]));
console.log(jacobian(xs => xs.filter(x => x > 1).flatMap(x => [x, x * x]))([3, 1, 2]));
console.log(grad(xs => Math.max(...xs) - Math.min(...xs))([3, 1, 2]));
console.log(grad(xs => { const ys = xs.slice(1); ys[0] += xs[0]; ys.push(5); return ys.reduce((p, y) => p * y); })([2, 3, 4]));
