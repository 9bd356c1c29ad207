import { grad } from 'ad';
const f = x => {
  const y = x * x;
  return y.missing.member + 1;
};
console.log('before');
grad(f)(2);
