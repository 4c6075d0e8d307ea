import { describe, expect, it } from 'vitest'
import type { ColonneDeListe, Valeur } from '../../../shared/liste/colonne'
import { direFiltre } from '../../../shared/liste/dire-filtre'
import { type Condition, filtre, type Filtre, filtreDeDemande } from '../../../shared/liste/filtre'
import { bornesDePeriode, direPeriode, type PeriodeRelative } from '../../../shared/liste/periode-relative'
import { restreindre } from '../../../shared/liste/restreindre'
import { testDeCondition } from '../../../shared/liste/retenir'
import { lisible } from '../../helpers/lisible'

const aujourdhui = '2026-11-25'
const et = (...termes: Filtre['termes']): Filtre => ({ lien: 'et', termes })
const ou = (...termes: Filtre['termes']): Filtre => ({ lien: 'ou', termes })

const colonnes = (
  [
    ['nom', 'Nom', 'texte'],
    ['departement', 'Département', 'liste'],
    ['statut', 'Statut', 'liste'],
    ['quotite', 'Quotité', 'pourcentage'],
    ['cout', 'Coût', 'montant'],
    ['fin', 'Fin de contrat', 'jour'],
    ['segpa', 'SEGPA', 'booleen'],
  ] as const
).map(([cle, titre, type]): ColonneDeListe<never> => ({ cle, titre, type, valeur: () => null }))

const garde = (terme: Condition, valeur: Valeur, separateur?: string): boolean =>
  testDeCondition(separateur === undefined ? {} : { separateur }, terme, aujourdhui)(valeur)

describe('une condition', () => {
  const texte = (op: 'contient' | 'neContientPas' | 'commencePar' | 'egal', valeur: string): Condition => ({
    colonne: 'nom',
    op,
    valeur,
  })
  it.each<[Condition, Valeur, boolean]>([
    [texte('contient', 'émile'), 'Lycée EMILE Zola', true],
    [texte('contient', 'zola'), null, false],
    [texte('neContientPas', 'zola'), null, true],
    [texte('neContientPas', 'zola'), 'Zola', false],
    [texte('commencePar', 'oeuvre'), 'Œuvrard', false],
    [texte('commencePar', 'oeuvr'), 'Œuvrard', true],
    [texte('egal', 'D’ALMEIDA'), 'd-almeida', true],
    [texte('egal', 'Zola'), 'Zola Émile', false],
  ])('%o sur « %s » : %s', (terme, valeur, attendu) => expect(garde(terme, valeur)).toBe(attendu))

  it.each<[Condition, Valeur, boolean]>([
    [{ colonne: 'q', op: '=', valeur: 80 }, 80, true],
    [{ colonne: 'q', op: '≠', valeur: 80 }, null, true],
    [{ colonne: 'q', op: '<', valeur: 80 }, null, false],
    [{ colonne: 'q', op: '≤', valeur: 80 }, 80, true],
    [{ colonne: 'q', op: '>', valeur: 80 }, 80, false],
    [{ colonne: 'q', op: '≥', valeur: 80 }, 80.5, true],
    [{ colonne: 'q', op: 'entre', debut: 50, fin: 80 }, 80, true],
    [{ colonne: 'q', op: 'entre', debut: 50, fin: 80 }, 49.99, false],
  ])('%o sur %s : %s', (terme, valeur, attendu) => expect(garde(terme, valeur)).toBe(attendu))

  it.each<[Condition, Valeur, boolean]>([
    [{ colonne: 'fin', op: 'le', jour: '2026-08-31' }, '2026-08-31', true],
    [{ colonne: 'fin', op: 'avant', jour: '2026-08-31' }, '2026-08-31', false],
    [{ colonne: 'fin', op: 'apres', jour: '2026-08-31' }, '2026-09-01', true],
    [{ colonne: 'fin', op: 'apres', jour: '2026-08-31' }, null, false],
    [{ colonne: 'fin', op: 'entreJours', debut: '2026-01-01', fin: '2026-12-31' }, '2026-12-31', true],
    [{ colonne: 'fin', op: 'periode', periode: { dansLes: 60 } }, '2027-01-24', true],
    [{ colonne: 'fin', op: 'periode', periode: { dansLes: 60 } }, '2027-01-25', false],
    [{ colonne: 'fin', op: 'periode', periode: { dansLes: 60 } }, '2026-11-24', false],
  ])('%o sur %s : %s', (terme, valeur, attendu) => expect(garde(terme, valeur)).toBe(attendu))

  it('coche les valeurs une à une dans une cellule qui en tient plusieurs, et la cellule vide par « »', () => {
    const parmi = (...valeurs: string[]): Condition => ({ colonne: 'r', op: 'parmi', valeurs })
    expect(garde(parmi('B'), 'A · B', ' · ')).toBe(true)
    expect(garde(parmi('C'), 'A · B', ' · ')).toBe(false)
    expect(garde(parmi(''), null, ' · ')).toBe(true)
    expect(garde({ colonne: 'r', op: 'aucunDe', valeurs: ['A'] }, null)).toBe(true)
  })
})

describe('les périodes qui suivent le calendrier', () => {
  it.each<[PeriodeRelative, string, string]>([
    ['aujourdhui', '2026-11-25', '2026-11-25'],
    ['cetteSemaine', '2026-11-23', '2026-11-29'],
    ['ceMois', '2026-11-01', '2026-11-30'],
    ['moisDernier', '2026-10-01', '2026-10-31'],
    ['moisProchain', '2026-12-01', '2026-12-31'],
    ['cetteAnnee', '2026-01-01', '2026-12-31'],
    ['anneeDerniere', '2025-01-01', '2025-12-31'],
    ['anneeProchaine', '2027-01-01', '2027-12-31'],
    ['cetteAnneeScolaire', '2026-09-01', '2027-08-31'],
    ['anneeScolaireDerniere', '2025-09-01', '2026-08-31'],
    ['anneeScolaireProchaine', '2027-09-01', '2028-08-31'],
    [{ dansLes: 60 }, '2026-11-25', '2027-01-24'],
    [{ depuis: 30 }, '2026-10-26', '2026-11-25'],
  ])('%o va du %s au %s', (periode, debut, fin) => {
    expect(bornesDePeriode(periode, aujourdhui)).toEqual({ debut, fin })
  })

  it('tient le lundi d’un dimanche, et le dernier jour de février', () => {
    expect(bornesDePeriode('cetteSemaine', '2026-11-29')).toEqual({ debut: '2026-11-23', fin: '2026-11-29' })
    expect(bornesDePeriode('moisDernier', '2028-03-31')).toEqual({ debut: '2028-02-01', fin: '2028-02-29' })
  })

  it('se disent en français', () => {
    expect(
      [{ dansLes: 60 }, { dansLes: 1 }, { depuis: 1 }, 'anneeDerniere' as const].map((each) =>
        lisible(direPeriode(each)),
      ),
    ).toEqual(['dans les 60 jours', 'aujourd’hui ou demain', 'depuis 1 jour', 'l’an dernier'])
  })
})

describe('la phrase d’un filtre', () => {
  it.each<[Filtre, string]>([
    [et(), ''],
    [
      et(
        { colonne: 'departement', op: 'parmi', valeurs: ['35'] },
        { colonne: 'statut', op: 'parmi', valeurs: ['CDI', ''] },
      ),
      'Département est 35 et Statut parmi CDI, (vide)',
    ],
    [
      et(ou({ colonne: 'quotite', op: '≥', valeur: 50 }, { colonne: 'cout', op: 'entre', debut: 0, fin: 100_050 }), {
        colonne: 'nom',
        op: 'contient',
        valeur: 'zola',
      }),
      '(Quotité ≥ 50 % ou Coût entre 0,00 € et 1 000,50 €) et Nom contient « zola »',
    ],
    [
      et(
        { colonne: 'fin', op: 'avant', jour: '2027-01-01' },
        { colonne: 'fin', op: 'periode', periode: { dansLes: 60 } },
      ),
      'Fin de contrat avant le 01/01/2027 et Fin de contrat dans les 60 jours',
    ],
    [ou({ colonne: 'segpa', op: 'oui' }, { colonne: 'fin', op: 'vide' }), 'SEGPA : oui ou Fin de contrat est vide'],
  ])('%o', (donne, phrase) => expect(lisible(direFiltre(colonnes, donne))).toBe(phrase))
})

describe('un filtre enregistré dont une colonne n’existe plus', () => {
  it('garde ce qui tient encore et dit ce qui est laissé', () => {
    const restreint = restreindre(colonnes, {
      filtre: et(ou({ colonne: 'bassin', op: 'vide' }), { colonne: 'nom', op: 'contient', valeur: 'a' }),
      tris: [
        { colonne: 'bassin', sens: 'asc' },
        { colonne: 'nom', sens: 'desc' },
      ],
      groupe: { colonne: 'bassin', sens: 'asc' },
    })
    expect(restreint).toMatchObject({
      filtre: et({ colonne: 'nom', op: 'contient', valeur: 'a' }),
      tris: [{ colonne: 'nom', sens: 'desc' }],
      groupe: null,
    })
    expect(restreint.abandons.map(lisible)).toEqual([
      'La colonne « bassin » n’existe plus dans cette liste : ce qui en dépendait n’est pas appliqué, le reste l’est.',
    ])
  })

  const enEtats = [
    { cle: 'etat', titre: 'État', type: 'liste' as const, valeurs: ['Brouillon', 'Signée'] },
    { cle: 'commune', titre: 'Commune', type: 'liste' as const },
  ]
  const surEtat = (op: 'parmi' | 'aucunDe', ...valeurs: string[]) => ({ colonne: 'etat', op, valeurs })
  it.each<[string, Filtre, Filtre, string[]]>([
    [
      'une seule, et sa condition tombe',
      et(surEtat('parmi', 'Bilan demandé'), { colonne: 'commune', op: 'parmi', valeurs: ['Redon'] }),
      et({ colonne: 'commune', op: 'parmi', valeurs: ['Redon'] }),
      ['« Bilan demandé » n’existe plus dans la colonne « État »'],
    ],
    [
      'une parmi d’autres, qui restent avec la cellule vide',
      ou(surEtat('parmi', 'Bilan demandé', 'Signée', '')),
      ou(surEtat('parmi', 'Signée', '')),
      ['« Bilan demandé » n’existe plus dans la colonne « État »'],
    ],
    [
      'plusieurs, dans un groupe qui disparaît avec elles',
      et(ou(surEtat('aucunDe', 'Bilan demandé'), surEtat('parmi', 'Rendue'))),
      et(),
      ['« Bilan demandé », « Rendue » n’existent plus dans la colonne « État »'],
    ],
    [
      'aucune',
      et(surEtat('parmi', 'Brouillon'), surEtat('parmi')),
      et(surEtat('parmi', 'Brouillon'), surEtat('parmi')),
      [],
    ],
  ])('laisse les valeurs que la colonne ne connaît plus : %s', (_, donne, garde, debuts) => {
    const { filtre, abandons } = restreindre(enEtats, { filtre: donne, tris: [], groupe: null })
    expect(filtre).toEqual(garde)
    expect(abandons.map(lisible)).toEqual(
      debuts.map((debut) => `${debut} : ce qui en dépendait n’est pas appliqué, le reste l’est.`),
    )
  })

  it('laisse une condition qui ne convient pas au type de sa colonne', () => {
    const restreint = restreindre(colonnes, {
      filtre: et({ colonne: 'nom', op: '≥', valeur: 3 }),
      tris: [],
      groupe: null,
    })
    expect(restreint.filtre).toEqual(et())
    expect(restreint.abandons.map(lisible)).toEqual([
      'Une condition ne convient pas à la colonne « Nom » : elle n’est pas appliquée, le reste l’est.',
    ])
  })
})

describe('la grammaire', () => {
  it('refuse une date qui n’existe pas, un opérateur inconnu et un filtre trop profond', () => {
    expect(filtre.safeParse(et({ colonne: 'fin', op: 'le', jour: '2026-02-31' })).success).toBe(false)
    expect(filtre.safeParse({ lien: 'et', termes: [{ colonne: 'fin', op: 'comme', valeur: '' }] }).success).toBe(false)
    expect(filtre.safeParse(et(et(et(et())))).success).toBe(true)
    expect(filtre.safeParse(et(et(et(et(et()))))).success).toBe(false)
    // The screen's own rows and its chips come around what somebody asks.
    expect(filtreDeDemande.safeParse(et(et(et(et(et(et())))))).success).toBe(true)
    expect(filtreDeDemande.safeParse(et(et(et(et(et(et(et()))))))).success).toBe(false)
  })
})
