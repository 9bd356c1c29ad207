// The text of functions is that of the source; stores outside a typed array are ignored.
const f = (x) => {
  // twice and one
  return x * 2 + 1;
};
class A { twice(x) { return x * 2; } }
console.log(f.toString() === `(x) => {
  // twice and one
  return x * 2 + 1;
}`);
console.log(`${A}`, `${A.prototype.twice}`, Math.max.toString().includes('native'));
const a = new Float64Array(2);
a[2] = 1;
a[-1] = 2;
a['1.5'] = 3;
a[7] += 4;
a[1] = 5;
console.log(a, a.length, a[2], 2 in a, a instanceof Object, a.hasOwnProperty(1));
const tag = (strings, ...values) => strings.length + values.reduce((s, v) => s + v, 0);
console.log(2 * tag`a${1}b`, -tag`a`, Math.sqrt(tag`a${1}b${1}` - 1) + tag``);
