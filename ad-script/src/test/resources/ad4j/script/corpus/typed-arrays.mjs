import { grad, jacobian } from 'ad';
const f = xs => { const a = new Float64Array(3); a[0] = xs[0]; a[1] += xs[1] * 2; a.set([xs[0] * xs[1]], 2); return a.reduce((s, v) => s + v * v, 0); };
console.log(grad(f)([1, 2]));
console.log(grad(xs => xs.subarray(1).map(x => x * x).reduce((s, v) => s + v))(new Float64Array([1, 2, 3])));
console.log(jacobian(xs => Float64Array.from(xs, x => x * x))(Float64Array.of(1, 2)));
console.log(grad(xs => xs[0] * xs[1])(new Int32Array([3, 4])));
console.log(grad(x => { const plain = new Float32Array([0.5, 1]); const i = new Uint8Array([1]); return plain[i[0]] * x; })(3));
