package org.testimony.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HashChainTest {

  @Test
  void hashes_as_sha256_of_fips_180_example() {
    // FIPS 180-2, appendix B.1: SHA-256 of "abc"
    assertThat(Hash.of("abc").hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void an_entry_depends_on_all_before() {
    Hash first = HashChain.next(HashChain.START, "a");
    assertThat(HashChain.next(first, "b")).isNotEqualTo(HashChain.next(HashChain.START, "b"));
    assertThat(HashChain.next(first, "b")).isEqualTo(HashChain.next(first, "b"));
  }

  @Test
  void a_commitment_hides_the_value_behind_its_salt() {
    assertThat(HashChain.commitment("salt", "mira"))
        .isEqualTo(Hash.of("salt:mira").hex())
        .isNotEqualTo(HashChain.commitment("other", "mira"));
  }

  @Test
  void refuses_what_is_no_hash() {
    assertThatThrownBy(() -> new Hash("ABC")).hasMessageContaining("not a SHA-256");
  }
}
