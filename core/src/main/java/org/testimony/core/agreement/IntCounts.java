package org.testimony.core.agreement;

/** How often which number came: a small table for very many documents. */
final class IntCounts {

  private static final int FREE = -1;

  private int[] numbers = {FREE, FREE};
  private int[] counts = new int[2];
  private int size;

  /** Takes counts. */
  interface Receiver {
    void count(int number, int times);
  }

  /** Counts a number from 0. */
  void add(int number) {
    if (2 * (size + 1) > numbers.length) {
      grow();
    }
    add(number, 1);
  }

  private void add(int number, int times) {
    int place = (int) (SplitMix.mix(number) & (numbers.length - 1));
    while (numbers[place] != number && numbers[place] != FREE) {
      place = (place + 1) & (numbers.length - 1);
    }
    if (numbers[place] == FREE) {
      numbers[place] = number;
      size++;
    }
    counts[place] = Math.addExact(counts[place], times);
  }

  private void grow() {
    int[] oldNumbers = numbers;
    int[] oldCounts = counts;
    numbers = new int[2 * oldNumbers.length];
    java.util.Arrays.fill(numbers, FREE);
    counts = new int[numbers.length];
    size = 0;
    for (int i = 0; i < oldNumbers.length; i++) {
      if (oldNumbers[i] != FREE) {
        add(oldNumbers[i], oldCounts[i]);
      }
    }
  }

  /** Hands on all numbers with their counts, in no order. */
  void forEach(Receiver receiver) {
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] != FREE) {
        receiver.count(numbers[i], counts[i]);
      }
    }
  }
}
