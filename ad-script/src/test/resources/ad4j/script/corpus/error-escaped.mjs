import { grad } from 'ad';
let kept;
grad(x => { kept = x; return x; })(1);
console.log('the number is', kept);
console.log(kept + 1);
