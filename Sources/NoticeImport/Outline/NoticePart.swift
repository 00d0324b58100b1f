/// A part of a plan's text: the notice that it came with, the plan, an annex.
struct NoticePart {
  enum Kind { case cover, plan }
  var kind: Kind
  var paragraphs: [Paragraph]
}
