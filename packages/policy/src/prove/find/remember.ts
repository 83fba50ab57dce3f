/** How many answers are kept; questions may be without end. */
const kept = 10_000;

/** Remembers the answers of a function that gives the same answer to the same question: a cache that never changes one. */
export function remember<Question, Answer>(answer: (question: Question) => Answer): (question: Question) => Answer {
  const answers = new Map<Question, { readonly answer: Answer }>();
  return (question) => {
    const known = answers.get(question);
    if (known !== undefined) return known.answer;
    const made = answer(question);
    if (answers.size >= kept) answers.clear();
    answers.set(question, { answer: made });
    return made;
  };
}
