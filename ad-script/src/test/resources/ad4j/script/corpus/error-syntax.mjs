import { grad } from 'ad';
const f = x => x * * 2;
