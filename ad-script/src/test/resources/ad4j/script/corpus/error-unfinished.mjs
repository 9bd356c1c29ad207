import { grad } from 'ad';
console.log(await Promise.resolve(grad(x => x * x)(3)));
await new Promise(() => {});
console.log(2); // never
