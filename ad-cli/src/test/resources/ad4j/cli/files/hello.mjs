import { grad } from 'ad';

console.log('gradient', grad((x, y) => x * y)(2, 3));
