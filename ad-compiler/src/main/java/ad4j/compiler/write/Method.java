package ad4j.compiler.write;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;

/**
 * A method that is being written.
 *
 * @param unit what it is made of
 * @param units the other methods
 * @param owner the class
 * @param code where its code goes
 * @param trees which values are in expressions
 * @param slots where the others are
 * @param data what it refers to
 * @param direct which operators are methods of the JDK
 */
record Method(
    Unit unit,
    Units units,
    ClassDesc owner,
    CodeBuilder code,
    Trees trees,
    Slots slots,
    ClassData data,
    DirectMethods direct) {}
