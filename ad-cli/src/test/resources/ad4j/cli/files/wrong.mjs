export const f = (x) => {
  return x +;
};
