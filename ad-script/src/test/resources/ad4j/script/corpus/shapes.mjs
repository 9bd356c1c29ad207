import { grad, jacobian, hessian } from 'ad';
console.log(grad(x => x)(1), grad((x, y) => x * y)(1, 2), grad(([x]) => x)([1]));
console.log(grad(m => m[0][0] * m[1][1] - m[0][1] * m[1][0])([[1, 2], [3, 4]]));
console.log(jacobian(x => [x, [x * x, { a: x ** 3 }]])(2));
console.log(jacobian((x, y) => x * y)(2, 3), jacobian((x, y) => [x * y])(2, 3));
console.log(hessian((x, y) => x * x * y)(1, 2), hessian(x => x ** 3)(2));
console.log(hessian((x, [y]) => x * x * y)(1, [2]));
console.log(grad(() => 5)(1), grad((x, y) => 3)(1, 2), grad(x => x[0])([1, 2]));
