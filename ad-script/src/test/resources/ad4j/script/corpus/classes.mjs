import { grad } from 'ad';
class Complex {
  #im;
  constructor(re, im) { this.re = re; this.#im = im; }
  times(o) { return new Complex(this.re * o.re - this.#im * o.#im, this.re * o.#im + this.#im * o.re); }
  get squared() { return this.re ** 2 + this.#im ** 2; }
  static of(re, im = 0) { return new this(re, im); }
}
class Unit extends Complex { get squared() { return super.squared + 1; } }
console.log(grad((a, b) => Complex.of(a, b).times(Complex.of(a, b)).squared)(1, 2));
console.log(grad((a, b) => Unit.of(a, b).squared)(1, 2));
