import { grad } from 'ad';
// x^5 by a loop, and a sum over a nested loop that skips and ends early
const power = x => { let y = 1; for (let i = 0; i < 5; i++) y *= x; return y; };
const grid = x => {
  let sum = 0;
  outer: for (let i = 0; i < 10; i++) {
    for (let j = 0; j < 10; j++) {
      if (j > i) continue outer;
      if (i + j > 6) break outer;
      sum += i * x - j;
    }
  }
  return sum;
};
console.log(power(2), grad(power)(2));
console.log(grid(3), grad(grid)(3));
