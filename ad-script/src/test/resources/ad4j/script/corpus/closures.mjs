import { grad } from 'ad';
const adder = a => b => a + b;
const compose = (f, g) => x => f(g(x));
const twice = f => compose(f, f);
console.log(grad(x => adder(x)(x * x))(3), grad(twice(x => x * x))(2));
const counter = () => { let n = 0; return () => ++n; };
const next = counter();
console.log(grad(x => x * next())(10), grad(x => x * next())(10));
