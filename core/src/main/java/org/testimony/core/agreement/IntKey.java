package org.testimony.core.agreement;

import java.util.Arrays;

/** Whole numbers as the key of a map. */
final class IntKey {

  private final int[] numbers;
  private final int hash;

  /** A key of these numbers, which nobody changes any more. */
  IntKey(int[] numbers) {
    this.numbers = numbers;
    this.hash = Arrays.hashCode(numbers);
  }

  int[] numbers() {
    return numbers;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IntKey that
        && hash == that.hash
        && Arrays.equals(numbers, that.numbers);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
