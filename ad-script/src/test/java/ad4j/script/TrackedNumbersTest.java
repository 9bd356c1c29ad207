package ad4j.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tracked number behaves as the number that it is, or is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TrackedNumbersTest {
  private TwoEngines engines;

  @BeforeAll
  void open() {
    engines = new TwoEngines();
  }

  @AfterAll
  void close() {
    engines.close();
  }

  /** Each function is applied to 3 with slope 1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "x=>x*x ~ 9.0 6.0",
        "x=>2**x/2-1 ~ 3.0 2.772588722239781",
        "x=>{let s=0; for(let i=0;i<3;i++) s+=x*i; return s} ~ 9.0 3.0",
        "x=>{let y=x; y++; ++y; y+=x; y*=2; return -y} ~ -16.0 -4.0",
        "x=>{let y=x; const z=y++; return z+y} ~ 7.0 2.0",
        "x=>{const o={v:x}; o.v*=o.v; o.v--; return o['v']} ~ 8.0 6.0",
        "x=>{const a=[x,1]; a[1]+=a[0]; a[0]=a[1]*2; return a[0]} ~ 8.0 2.0",
        "x=>x>2?x*2:x ~ 6.0 2.0",
        "x=>x===3?x:0 ~ 3.0 1.0",
        "x=>x==3?x:0 ~ 3.0 1.0",
        "x=>x!==3?0:x ~ 3.0 1.0",
        "x=>3===x&&x ~ 3.0 1.0",
        "x=>(x-3)&&5 ~ 0.0 1.0",
        "x=>(x-3)||x ~ 3.0 1.0",
        "x=>!(x-3)?x:0 ~ 3.0 1.0",
        "x=>{let n=0; while(x){x=x-1;n++} return x+n} ~ 3.0 1.0",
        "x=>{switch(x){case 3: return x*2; default: return 0}} ~ 6.0 2.0",
        "x=>{switch(3){case x: return x*2; default: return 0}} ~ 6.0 2.0",
        "x=>{let y=x-3; y||=x; return y} ~ 3.0 1.0",
        "x=>{const o={y:x-3}; o.y||=x; return o.y} ~ 3.0 1.0",
        "x=>{const o={y:x}; o.y&&=x*2; return o.y} ~ 6.0 2.0",
        "x=>x??5 ~ 3.0 1.0",
        "x=>Math.sin(x)-Math.sin(x)+x ~ 3.0 1.0",
        "x=>{const {sqrt}=Math; return sqrt(x*x)} ~ 3.0 1.0",
        "x=>[x,x].map(Math.abs).reduce((a,b)=>a+b) ~ 6.0 2.0",
        "x=>Math.max(...[1,x,2]) ~ 3.0 1.0",
        "x=>Math.max(1,x) ~ 3.0 1.0",
        "x=>Math.min(x) ~ 3.0 1.0",
        "x=>Math.pow(x,2) ~ 9.0 6.0",
        "x=>Math.fround(x) ~ 3.0 1.0",
        "x=>Math.clz32(x) ~ 30.0 0.0",
        "x=>Math.imul(x,2) ~ 6.0 0.0",
        "x=>Math.max(...[x,x]) ~ 3.0 1.0",
        "x=>Math.hypot(x,4) ~ 5.0 0.6",
        "x=>Math['abs'](x) ~ 3.0 1.0",
        "x=>Number(x)+parseFloat(x) ~ 6.0 2.0",
        "x=>typeof x==='number'?x:0 ~ 3.0 1.0",
        "x=>typeof (x*2)=='number'?x:0 ~ 3.0 1.0",
        "x=>typeof x==='object'?0:x ~ 3.0 1.0",
        "x=>Number.isInteger(x)&&Number.isFinite(x)&&!isNaN(x)&&isFinite(x)?x:0 ~ 3.0 1.0",
        "x=>Object.is(x,3)?x:0 ~ 3.0 1.0",
        "x=>[1,x].includes(3)?x:0 ~ 3.0 1.0",
        "x=>[1,3].indexOf(x)*x ~ 3.0 1.0",
        "x=>[5,x,1].sort((a,b)=>a-b)[1] ~ 3.0 1.0",
        "x=>[5,x,10].sort()[1] ~ 3.0 1.0",
        "x=>[10,x].sort()[1] ~ 3.0 1.0",
        "x=>[x,x-3].filter(v=>v).length*x ~ 3.0 1.0",
        "x=>[x-3,x].filter(Boolean)[0] ~ 3.0 1.0",
        "x=>[x-3,x].find(v=>v) ~ 3.0 1.0",
        "x=>[x-3,x].some(v=>v)&&![x-3,x].every(v=>v)?x:0 ~ 3.0 1.0",
        "x=>{const a=new Float64Array(2); a[0]=x; a[1]+=x*x; return a[0]*a[1]} ~ 27.0 27.0",
        "x=>{const a=new Float64Array(3).fill(x); const b=a.subarray(1); b[0]=x*x; return"
            + " a[1]+b[1]} ~ 12.0 7.0",
        "x=>Float64Array.from([1,x],v=>v*x).map(v=>v*2)[1] ~ 18.0 12.0",
        "x=>{const a=new Float64Array([9,x]); a.sort(); return a[0]} ~ 3.0 1.0",
        "x=>{const a=new Float64Array(4); a.set([x,x*2],1); return a.reduce((p,q)=>p+q,0)} ~ 9.0"
            + " 3.0",
        "x=>{const [a,b=x]=[x]; const {c=a*b}={}; return c} ~ 9.0 6.0",
        "(x,y=x*2)=>x*y ~ 18.0 12.0",
        "x=>((...r)=>r[0]*r[1])(...[x,x]) ~ 9.0 6.0",
        "x=>{function*g(){yield x; yield x*x} let s=0; for(const v of g())s+=v; return s} ~ 12.0"
            + " 7.0",
        "x=>{class P{#v=x; y=this.#v*2; get w(){return this.#v*this.y}"
            + " up(){this.#v+=1;this.#v++;return this.#v}} const p=new P(); return p.w+p.up()} ~"
            + " 23.0 13.0",
        "x=>{const f=(n)=>n<1?1:x*f(n-1); return f(3)} ~ 27.0 27.0",
        "x=>{console.log(x,`x=${x}`,'v'+x,x.toFixed(2),[x,{a:x}]); return x} ~ `3.0 1.0 3 x=3 v3"
            + " 3.00 [3, {a: 3}]\n"
            + "`",
        "x=>{class Q{constructor(v){this.v=v} valueOf(){return this.v}} return new Q(x)>=1?x*x:0} ~"
            + " 9.0 6.0",
        "x=>{const q={valueOf(){return x}}; return"
            + " 1<q&&q<=3&&!(q>3)&&q==3&&!(q!=3)&&3==q&&q==x?x:0} ~ 3.0 1.0",
        "x=>{const q={valueOf(){return x}}; return q+1-q*q/q%5+q**2} ~ 10.0 6.0",
        "x=>{const q={valueOf(){return x}}; return -q+"
            + " +q+Number(q)+Math.max(q,1)+Math.abs(q)+Math.atan2(0,q)} ~ 9.0 3.0",
        "x=>{const q={valueOf(){return x}}; let y=q; const z=y++; y+=q; return y+z} ~ 10.0 3.0",
        "x=>{const q={valueOf(){return x}}; let n=0; for(let i=0;i<q;i++) n+=x; return"
            + " isNaN(q)||!isFinite(q)?0:n} ~ 9.0 3.0",
        "x=>{const f=v=>({valueOf:()=>v}); return [f(5),f(x)].sort((p,r)=>p-r)[0]*1} ~ 3.0 1.0",
        "x=>{const q={[Symbol.toPrimitive]:h=>h==='number'?x:h==='default'?2*x:0}; return"
            + " q*1+(q+0)} ~ 9.0 3.0",
        "x=>{const q={toString:()=>x}; return q>2?q*q:0} ~ 9.0 6.0",
        "x=>{class D extends Date{valueOf(){return x}} return new D()<4?x:0} ~ 3.0 1.0",
        "x=>{const q={valueOf(){return x}}; const a=new Float64Array(1); a[0]=q; return a[0]} ~ 3.0"
            + " 1.0",
        "x=>{const q={valueOf(){return x}}; console.log('q'+q); return x} ~ `3.0 1.0 q3\n`",
        "x=>x*{valueOf:()=>2}+(x<new Date(5)?1:0) ~ 7.0 2.0",
        "x=>Object.getPrototypeOf(x)===Number.prototype?x:0 ~ 3.0 1.0",
        "x=>{const t=(s,...v)=>v[0]*s.length; return 2*t`a${x}b`-t`${x}`+ -t`${x*x}`} ~ -12.0"
            + " -10.0",
        "x=>{const t=s=>s[0].length; return x*t`ab`+(t``)+Math.sqrt(t`abcd`)*-t`a`} ~ 4.0 2.0",
        "x=>x%2 ~ 1.0 1.0",
        "x=>x instanceof Object||x instanceof Number?0:x ~ 3.0 1.0",
        "x=>{class A extends Object{} return x instanceof A||!(new A() instanceof A)?0:x} ~ 3.0"
            + " 1.0",
        "x=>Object.prototype.toString.call(x)==='[object Number]'?x:0 ~ 3.0 1.0",
        "x=>x.constructor===Number&&x.foo===undefined&&Object.keys(x).length===0?x:0 ~ 3.0 1.0",
        "x=>{for(const k in x) return 0; return x.valueOf()} ~ 3.0 1.0",
        "x=>x+null+true+undefined ~ NaN 1.0",
        "x=>x==null||x===null||x===undefined||x===''||x==='3'?0:x ~ 3.0 1.0",
        "x=>+x ~ 3.0 1.0",
        "x=>{for(var i=x;i>0;i--);return i} ~ 0.0 1.0",
        "x=>{try{if(x>2) throw new RangeError(`big ${x}`)}catch(e){return e.message==='big 3'?x:0}}"
            + " ~ 3.0 1.0",
      })
  void isANumber(String function, String expected) {
    String found = engines.tracked(function, 3);
    assertEquals(
        expected.replace("\\n", "\n").strip(), found.strip(), TwoEngines.rewrite(function));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "x=>x|0 ~ Math.trunc",
        "x=>x^2 ~ x ** 2",
        "x=>({valueOf:()=>x,toString:()=>1})|0 ~ Math.trunc",
        "x=>x>>>0 ~ Math.trunc",
        "x=>{let y=x; y|=0; return y} ~ Math.trunc",
        "x=>[1,2,3,4][x] ~ index",
        "x=>{const a=[]; a[x]=1; return 1} ~ index",
        "x=>{const m={}; m[x]=x; return m[3]} ~ key",
        "x=>3 in {[x]:1}?1:0 ~ key",
        "x=>x in {3:1}?1:0 ~ key",
        "x=>`${x}`.length ~ text",
        "x=>('a'+x).length ~ text",
        "x=>(x+'').length ~ text",
        "x=>{let s=''; s+=x; return s.length} ~ text",
        "x=>Number(x.toFixed(2)) ~ text",
        "x=>x.toString() ~ text",
        "x=>String(x) ~ key",
        "x=>[x].join() ~ key",
        "x=>JSON.stringify({x}) ~ text",
        "x=>new Map([[x,1]]).size ~ Map",
        "x=>new Set([x]).size ~ Map",
        "x=>new Map().get(x) ~ Map",
        "x=>new Array(x).length ~ length",
        "x=>Array(x).length ~ length",
        "x=>Array.from({length:x}).length ~ built-in",
        "x=>{const a=[1]; a.length=x; return a} ~ built-in",
        "x=>new Float64Array(x).length ~ length",
        "x=>new Int32Array([x])[0] ~ built-in",
        "x=>{const a=new Int32Array(1); a[0]=x; return a[0]} ~ built-in",
        "x=>{const a=new Float32Array(1); a[0]+=x; return a[0]} ~ built-in",
        "x=>new Float64Array(1).buffer ~ buffer",
        "x=>parseInt(x) ~ Math.trunc",
        "x=>x*{} ~ object",
        "x=>[1,2,3].at({valueOf:()=>x}) ~ built-in",
        "x=>({valueOf:()=>x})|0 ~ Math.trunc",
        "x=>({valueOf:()=>x})+'a' ~ text",
        "x=>new Number({valueOf:()=>x}) ~ object made",
        "x=>JSON.stringify([1],null,x) ~ built-in",
        "x=>x+2n ~ big",
        "x=>new Number(x) ~ object made",
        "x=>Object(x)===x?1:0 ~ object made",
        "x=>new Object(x)===x?1:0 ~ object made",
        "x=>new Date(x).getTime() ~ built-in",
        "x=>'abc'.charAt(x) ~ built-in",
        "x=>[1,2,3].slice(x).length ~ built-in",
        "x=>[1,2,3].at(x) ~ built-in",
        "x=>'ab'.repeat(x).length ~ built-in",
        "x=>BigInt(x) ~ built-in",
        "x=>Symbol(x) ~ key",
        "x=>isNaN.call(null,'a')&&escape(x) ~ key",
        "x=>new WeakMap().set(x,1) ~ Map",
        "x=>Map.groupBy([1],()=>x).size ~ Map",
        "x=>Object.groupBy([1],()=>x) ~ Map",
        "x=>new DataView(new ArrayBuffer(8)).setFloat64(0,x) ~ built-in",
        "x=>Reflect.get([1,2,3,4],x) ~ key",
        "x=>Object.defineProperty({},x,{value:1}) ~ key",
        "x=>[1,2,3].with(x,1) ~ built-in",
        "x=>[1,2].fill(0,x) ~ built-in",
        "x=>Number.prototype.toFixed.call(x,2) ~ text",
        "x=>Atomics.add(new Int32Array(1),0,x) ~ built-in",
      })
  void isRefused(String function, String reason) {
    String found = engines.tracked(function, 3);
    assertTrue(found.startsWith("throws") && found.contains(reason.strip()), found);
  }
}
