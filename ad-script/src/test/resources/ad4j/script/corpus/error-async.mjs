import { grad } from 'ad';
const values = [];
grad(x => { Promise.resolve().then(() => values.push(x * x)); return x; })(2);
await null;
await null;
console.log('not reached', values);
