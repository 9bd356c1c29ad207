import { readText, readCsv, grad } from 'ad';
const { columns, rows } = readCsv('parts/points.csv');
console.log(columns, rows);
console.log(readText('parts/points.csv').split('\n').length);
console.log(grad(([a, b]) => rows.reduce((s, [x, y]) => s + (a * x + b - y) ** 2, 0))([1, 0]));
