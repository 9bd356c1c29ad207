import { grad, jacobian, hessian, valueAndGrad } from 'ad';
const loss = ({ w, b }) => (w[0] * 2 + w[1] * 3 + b) ** 2;
console.log(valueAndGrad(loss)({ w: [1, 1], b: 0.5 }));
console.log(hessian(({ a, b }) => a * a * b)({ a: 1, b: 2 }));
console.log(jacobian(({ r, t }) => ({ x: r * t, y: [r, t * t] }))({ r: 2, t: 3 }));
console.log(grad((p, q) => p.a * q[0][1])({ a: 2 }, [[1, 5]]));
console.log(grad(o => Object.values(o).reduce((s, v) => s + v * v, 0))({ x: 1, y: 2 }));
const copy = o => ({ ...o, a: o.a * 2 });
console.log(grad(o => copy(o).a * copy(o).b)({ a: 1, b: 2 }));
