const f = (x) => x.missing.member;
console.log('before');
f(1);
