import { grad } from 'ad';
grad(x => new Map([[x, 1]]).size)(1);
