/** What an installation consists of: {@link ad4j.cli.doctor.Diagnosis}. */
package ad4j.cli.doctor;
