import { grad } from 'ad';
const velocity = 3;
console.log(grad(x => x * velocty)(1));
