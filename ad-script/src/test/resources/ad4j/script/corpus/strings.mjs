import { grad } from 'ad';
const evaluate = (text, x) => text.split('').reduce((v, c) => (c === 'd' ? v + v : c === 's' ? v * v : v), x);
console.log(grad(x => evaluate('dsd', x))(1));
const memo = new Map();
const fib = n => { if (n < 2) return n; if (!memo.has(n)) memo.set(n, fib(n - 1) + fib(n - 2)); return memo.get(n); };
console.log(grad(x => fib(30) * x)(1));
console.log(grad(x => { try { if (x > 1) throw new RangeError(`too big: ${x}`); } catch (e) { return e.message.length * x; } return x; })(2));
console.log(grad(x => { try { null.f(); } catch { return x * x; } finally { x = 0; } })(3));
