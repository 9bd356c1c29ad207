import { grad } from 'ad';
const names = Object.getOwnPropertyNames(Math).filter(n => typeof Math[n] === 'function' && n !== 'random').sort();
for (const name of names) {
  const f = Math[name];
  const slope = f.length === 1 ? grad(x => f(x))(0.5) : grad((x, y) => f(x, y))(0.5, 2);
  console.log(name, [slope].flat().map(s => s.toFixed(9)).join(' '));
}
console.log([1, 4].map(Math.sqrt), grad(xs => xs.map(Math.sqrt).reduce((s, v) => s + v))([1, 4]));
const { sin, cos } = Math;
console.log(grad(x => sin(x) * cos(0))(0), Math.max(), Math.min(), Math.hypot());
