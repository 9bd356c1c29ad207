/**
 * Whether an operator keeps what it declares: {@link ad4j.verify.OperatorVerification}, for plugin
 * authors, the test kit, and {@code ad ops --verify}.
 */
package ad4j.verify;
