import { grad } from 'ad';
const sum = xs => {
  let total = 0;
  for (const x of xs) total += x;
  return total | 0;
};
grad(sum)([1, 2]);
