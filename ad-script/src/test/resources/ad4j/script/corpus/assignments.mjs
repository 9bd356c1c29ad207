import { grad } from 'ad';
const f = x => { let y = x; y += 1; y -= x / 2; y *= y; y /= 2; y **= 2; y %= 7; y++; --y; return y; };
console.log(f(3), grad(f)(3));
const members = x => { const o = { v: x, w: [x, 2] }; o.v *= o.w[0]; o.w[1] -= o.v; o['v']++; return o.v * o.w[1]; };
console.log(members(2), grad(members)(2));
const logical = x => { let a = 0; a ||= x; let b = x; b &&= b * 2; let c = null; c ??= x; return a * b * c; };
console.log(logical(3), grad(logical)(3));
