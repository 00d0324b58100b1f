import Campaigns
import Wording

extension JSONRecord {
  /// Everything that is known of a task, as its page shows it: what lists say of it, its words and its log.
  package init(whole row: TaskRow, _ units: UnitRegistry, _ wording: Wording) {
    let task = row.task
    self =
      JSONRecord(row, units, wording)
      + [
        "text": task.text, "standard": task.standard, "problems": task.problems, "nextSteps": task.nextSteps,
        "requirement": task.requirement?.rawValue, "reviewEvery": task.reviewEvery?.rawValue,
        "assigned": task.assigned, "returns": task.returns ?? 0,
        "completion": task.completion.map { completion -> JSONRecord in
          [
            "on": completion.on, "summary": completion.summary, "evidence": completion.evidence,
            "missing": completion.missing,
          ]
        },
        "strikeOff": task.strikeOff.map { ["on": $0.on, "reviewer": $0.reviewer] as JSONRecord },
        "occurrences": task.occurrences.map { occurrence -> JSONRecord in
          [
            "entry": occurrence.id, "on": occurrence.on, "count": occurrence.count,
            "unit": occurrence.unit.map { units.current(id: $0)?.name ?? $0 }, "note": occurrence.note,
          ]
        },
        "log": task.log.map { JSONRecord($0, units) }, "changed": task.changed?.at,
        "changedBy": task.changed?.by,
      ]
  }

  /// An entry of a log. Its number is what `correct` and `report --answers` take.
  package init(_ entry: LogEntry, _ units: UnitRegistry) {
    let kind = entry.kind
    var (percent, count, until): (Int?, Int?, Day?) = (nil, nil, nil)
    var (refersTo, level, number): (Int?, Int?, Int?) = (nil, nil, nil)
    var isApproved: Bool?
    switch kind {
    case .progress(let share, let counted, let answers):
      (percent, count, refersTo) = (share, counted, answers)
    case .chase(let rank, let place): (level, number) = (rank, place)
    case .correction(let wrong): refersTo = wrong
    case .extensionAsked(let day, let share): (until, percent) = (day, share)
    case .extensionDecided(let isGranted, let day, _, let request):
      (isApproved, until, refersTo) = (isGranted, day, request)
    case .instruction, .note, .assigned, .acknowledged, .submitted, .returned, .completed, .struckOff,
      .reopened, .suspended, .resumed, .cancelled, .edited, .split, .moved:
      break
    }
    self = [
      "entry": entry.id, "at": entry.at, "by": entry.by, "kind": kind.name, "day": entry.day,
      "text": entry.text, "leader": entry.leader,
      "unit": entry.unit.map { units.current(id: $0)?.name ?? $0 }, "via": entry.via,
      "evidence": entry.evidence, "struckBy": entry.struckBy, "answeredBy": entry.answeredBy,
      "percent": percent, "count": count, "refersTo": refersTo, "level": level, "number": number,
      "until": until, "isApproved": isApproved,
    ]
  }

  /// A plan as its page shows it, without its tasks.
  package init(_ campaign: Campaign, _ tally: Tally, _ units: UnitRegistry) {
    self = [
      "code": campaign.code, "title": campaign.title, "documentNumber": campaign.documentNumber,
      "issuer": campaign.issuer, "issued": campaign.issued, "year": campaign.year, "basis": campaign.basis,
      "goals": campaign.goals, "leadingGroup": campaign.leadingGroup, "state": campaign.state,
      "closed": campaign.closed, "source": campaign.source?.file,
      "counts": Dictionary(Condition.allCases.map { ($0.rawValue, tally.count($0)) }) { first, _ in first },
      "completionRate": tally.completionRate.percent,
      "phases": campaign.phases.map { phase -> JSONRecord in
        [
          "id": phase.id, "name": phase.name, "parent": phase.parent, "start": phase.start, "end": phase.end,
          "text": phase.timeText, "sourceLine": phase.sourceLine,
        ]
      },
      "targets": campaign.targets.map { JSONRecord($0) },
      "events": campaign.events.map { event -> JSONRecord in
        ["name": event.name, "day": event.days?.first, "until": event.days?.last]
      },
      "log": campaign.log.map { JSONRecord($0, units) },
    ]
  }
}
