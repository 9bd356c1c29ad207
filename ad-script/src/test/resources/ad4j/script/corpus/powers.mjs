import { grad, derivative } from 'ad';
console.log(grad(x => x ** 3)(-2), grad(x => 2 ** x)(3).toFixed(10), grad(x => x ** x)(1));
console.log(grad((x, y) => x ** y)(0, 0), grad((x, y) => x ** y)(-2, 2));
console.log(grad(x => x % 3)(7), grad((x, y) => x % y)(-7, 3));
console.log(derivative(x => x ** 10, 10)(1), derivative(x => x ** 0.5)(0));
