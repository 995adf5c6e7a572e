// What a typed line says and what of it counts, while it is typed: the same as app/elections/domain/typed_lines.py and
// explained_ballots.py say when it is saved. A test types the same lines here and there. Nothing is decided here.
"use strict";

const vervBallotLines = (() => {
  const isNumber = (word) => /^[0-9]+$/.test(word);
  const hasDigit = (word) => /[0-9]/.test(word);
  const smallNumber = (word) => (word.length <= 4 ? Number(word) : 0);
  const nameWords = (name) => name.toLowerCase().replace(/[-.]/g, " ").split(/\s+/).filter(Boolean);
  const fill = (text, facts) => text.replace(/%\((\w+)\)s/g, (_, name) => facts[name]);
  const same = (one, other) => one.length === other.length && one.every((word, at) => word === other[at]);

  const beginLike = (words, wanted) => {
    let at = 0;
    for (const each of wanted) {
      while (at < words.length && !words[at].startsWith(each)) at++;
      if (at++ >= words.length) return false;
    }
    return wanted.length > 0;
  };

  const wholeWords = (text) => {
    const words = [];
    let name = [];
    const close = () => {
      if (name.length) words.push(name.join(" "));
      name = [];
    };
    for (const word of text.split(" ")) {
      if (hasDigit(word) || [",", "?", "-"].includes(word)) {
        close();
        if (word !== ",") words.push(word);
      } else name.push(word);
    }
    close();
    return words;
  };

  return (desk) => {
    const { texts } = desk;
    const lists = new Map(desk.lists.map((each) => [each.code, each]));
    const codes = new Map(desk.lists.map((each) => [each.code.toLowerCase(), each.code]));
    const people = desk.lists.flatMap((each) =>
      each.names.map((name, at) => ({ list: each.code, position: at + 1, name, words: nameWords(name) })),
    );
    const joined = new Intl.ListFormat(document.documentElement.lang, { type: "conjunction" });
    const size = (code) => lists.get(code).names.length;
    const codeOf = ({ list, position }) => `${list}${/[0-9]$/.test(list) ? ":" : ""}${position}`;
    const nameOf = ({ list, position }) => lists.get(list).names[position - 1] ?? "";
    const fault = (problem, word, facts = {}) => ({ problem, word, list: "", size: 0, among: [], ...facts });

    const readings = (word) => {
      const colon = word.lastIndexOf(":");
      if (colon >= 0) {
        const known = codes.get(word.slice(0, colon).toLowerCase());
        const position = word.slice(colon + 1);
        return known && isNumber(position) ? [{ list: known, position: smallNumber(position) }] : [];
      }
      const found = [];
      for (let end = 1; end < word.length; end++) {
        const known = codes.get(word.slice(0, end).toLowerCase());
        if (known && isNumber(word.slice(end))) found.push({ list: known, position: smallNumber(word.slice(end)) });
      }
      return found;
    };

    const coded = (word) => {
      const found = readings(word);
      if (found.length > 1) return fault("code_ambiguous", word, { among: found });
      if (!found.length) {
        const code = /^([^:]*?):?([0-9]+)$/.exec(word);
        return code && /^\p{L}/u.test(code[1]) && !hasDigit(code[1])
          ? fault("list_unknown", word, { list: code[1] })
          : fault("not_a_number", word);
      }
      const [name] = found;
      const most = size(name.list);
      if (name.position >= 1 && name.position <= most) return { writeIn: name };
      return fault("position_unknown", word, { list: name.list, size: most });
    };

    const meant = (word) => {
      const wanted = nameWords(word);
      const whole = people.filter((each) => same(each.words, wanted));
      return whole.length ? whole : people.filter((each) => beginLike(each.words, wanted));
    };

    const one = (word) => {
      if (word === "?") return { writeIn: null };
      if (word === "-" || word.toLowerCase() === "x") return fault("stands_alone", word);
      if (isNumber(word)) {
        const position = smallNumber(word);
        const most = size(desk.own);
        if (position >= 1 && position <= most) return { mark: position };
        return fault("position_unknown", word, { list: desk.own, size: most });
      }
      if (hasDigit(word)) return coded(word);
      const found = meant(word);
      if (found.length === 1) return { writeIn: found[0] };
      if (!found.length) return fault("name_unknown", word);
      return fault("name_ambiguous", word, { among: found.slice(0, desk.mostShown), size: found.length });
    };

    const read = (line) => {
      const text = line.replace(/[,;]/g, " , ").trim().split(/\s+/).join(" ").replace(/^[ ,]+|[ ,]+$/g, "");
      const said = { kind: "ballot", marks: [], writeIns: [], faults: [] };
      if (!text) return { ...said, kind: "empty" };
      if ([...text].length > desk.longest) return { ...said, faults: [fault("line_too_long", "")] };
      if (text.toLowerCase() === "x") return { ...said, kind: "no_ballot" };
      if (text === "-") return said;
      for (const found of wholeWords(text).map(one)) {
        if (found.problem) said.faults.push(found);
        else if (found.mark) said.marks.push(found.mark);
        else said.writeIns.push(found.writeIn);
      }
      said.marks.sort((first, second) => first - second);
      return said;
    };

    const explained = ({ marks, writeIns }) => {
      const counted = new Set();
      const items = marks.map((position) => {
        const reason = counted.has(position) ? "mark_repeated" : null;
        counted.add(position);
        return { who: `${position} ${nameOf({ list: desk.own, position })}`, reason };
      });
      const names = [];
      const written = writeIns.map((name) => {
        if (!name) return { who: "?", reason: "write_in_unreadable" };
        const item = { who: `${codeOf(name)} ${nameOf(name)}`, reason: null, name: null };
        if (name.list === desk.own) {
          const counts = desk.ownListMarks && !counted.has(name.position);
          if (counts) counted.add(name.position);
          item.reason = counts ? null : "write_in_own_list";
        } else if (lists.get(name.list).barred.includes(name.position)) item.reason = "write_in_ineligible";
        else if (names.includes(codeOf(name))) item.reason = "write_in_repeated";
        else names.push((item.name = codeOf(name)));
        return item;
      });
      const room = names.length <= desk.quota ? names.length : desk.allOrNone ? 0 : desk.quota;
      const over = new Set(names.slice(room));
      for (const item of written) if (item.name && over.has(item.name)) item.reason = "write_in_over_quota";
      return [...items, ...written];
    };

    const named = (name) => `${codeOf(name)} ${nameOf(name)}`;

    const faultText = (each) => {
      const names = each.problem === "list_unknown" ? desk.lists.map(({ code }) => code) : each.among.map(named);
      const more = each.among.length && each.size > each.among.length ? " …" : "";
      const facts = { word: each.word, list: each.list, size: each.size, most: desk.longest };
      return fill(texts.faults[each.problem], { ...facts, among: joined.format(names) + more });
    };
    const said = (line) => {
      const typed = read(line);
      if (typed.kind === "empty") return [];
      if (typed.kind === "no_ballot") return [{ text: texts.noBallot, kind: "nothing" }];
      const parts = explained(typed).map(({ who, reason }) =>
        reason
          ? { text: fill(texts.notCounted, { what: who, reason: texts.reasons[reason] }), kind: "not" }
          : { text: who, kind: "counts" },
      );
      parts.push(...typed.faults.map((each) => ({ text: faultText(each), kind: "fault" })));
      return parts.length ? parts : [{ text: texts.unchanged, kind: "nothing" }];
    };

    const isDone = (line) => {
      const typed = read(line);
      return typed.kind !== "empty" && !typed.faults.length;
    };

    return { said, isDone, meant, codeOf };
  };
})();
