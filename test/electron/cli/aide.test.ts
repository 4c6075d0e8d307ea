import { describe, expect, it } from 'vitest'
import { aideDesOptions, direAide } from '../../../electron/cli/aide'
import { commands } from '../../../electron/cli/commands'
import { parseCommand, unknownCommand } from '../../../electron/cli/parse'

describe('l’aide de la ligne de commande', () => {
  it('dit chaque commande en une phrase, et son usage nomme chacune de ses options', () => {
    for (const { words, operands, options, usage, resume } of commands) {
      expect(usage.startsWith(words.join(' '))).toBe(true)
      for (const operand of operands) expect(usage).toContain(operand)
      for (const option of [...Object.keys(options), 'json'])
        expect([words, option, usage.includes(`--${option}`), (aideDesOptions[option] ?? '') !== '']).toEqual([
          ...[words, option],
          ...[true, true],
        ])
      expect(resume).toMatch(/^[A-ZÉ].*\.$/)
    }
  })

  it('n’explique aucune option que personne ne prend', () => {
    const prises = new Set(['json', ...commands.flatMap(({ options }) => Object.keys(options))])
    expect(Object.keys(aideDesOptions).filter((option) => !prises.has(option))).toEqual([])
  })

  it.each([
    [['bilan'], /^exporter bilan .*\n\nÉcrit le bilan[^]*--remplacer +écrase/],
    [['lister', 'agents'], /^lister agents .*[^]*--filtre +lignes à garder/],
    [['exporter'], /^exporter lettres[^]*exporter bordereaux[^]*exporter bilan[^]*aide exporter MOT/],
    [[], /creer +Crée un registre vide\.[^]*verifier/],
  ])('répond à « aide %j »', (mots, attendu) => {
    expect(direAide(mots, commands)).toMatch(attendu)
  })

  it('ne connaît pas un mot inconnu', () => {
    expect(direAide(['volr'], commands)).toBeNull()
  })
})

describe('un mot mal écrit', () => {
  it.each([
    [['lister', 'agnets'], 'Vouliez-vous dire « lister agents » ?'],
    [['lister', 'etab'], 'Vouliez-vous dire « lister etablissements » ?'],
    [['listre', 'agents'], 'Vouliez-vous dire « lister agents » ?'],
    [['cree', 'r.mlds'], 'Vouliez-vous dire « creer » ?'],
    [['exporter', 'letre', '--annee', '2026-2027'], 'Vouliez-vous dire « exporter lettres » ?'],
    [['lister'], '« lister » attend un autre mot. Après « lister » : etablissements, agents, reseaux, lettres, fse.'],
    [['lister', 'voitures'], 'n’est pas une commande connue. Après « lister » : etablissements'],
    [['zzz'], 'n’est pas une commande connue. Commandes : creer'],
  ])('%j', (mots, phrase) => {
    expect(unknownCommand(mots, commands)).toContain(phrase)
    expect(() => parseCommand(mots, commands)).toThrow(phrase)
  })

  it.each([
    [['verifier'], 'Il manque REGISTRE.mlds.'],
    [['verifier', 'mon', 'registre.mlds'], '« registre.mlds » est de trop'],
    [['lister', 'agents', '--registre', 'r.mlds', 'Rennes'], '« Rennes » n’est pas attendu ici.'],
    [['lister', 'agents', '--registr', 'r.mlds'], '--registr n’est pas une option connue.'],
    [['lister', 'agents', '--registre'], '--registre n’a pas la valeur attendue.'],
    [['lister', 'agents'], 'Il manque --registre.'],
  ])('%j est refusé avec l’usage', (mots, phrase) => {
    expect(() => parseCommand(mots, commands)).toThrow(phrase)
    expect(() => parseCommand(mots, commands)).toThrow('Usage : ')
  })
})
