import { grad, derivative } from 'ad';
// each call records anew: what a function captured is seen as it is now
let a = 2;
const f = x => a * x, g = grad(f);
console.log(g(1));
a = 5;
console.log(g(1));
const data = [1, 2];
const h = grad(x => data.reduce((s, v) => s + v * x, 0));
console.log(h(1));
data.push(10);
console.log(h(1));
const slopes = [];
for (let n = 1; n <= 4; n++) slopes.push(derivative(x => x ** n)(2));
console.log(slopes);
