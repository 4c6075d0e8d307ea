import { describe, expect, it } from 'vitest'
import type { LieuDuChangement } from '../../shared/domain/journal/journal.contract'
import { adresseDuChangement, endroits, pageDe } from '../../renderer/journal/lieux'
import { gesteDe } from '../../renderer/journal/raccourcis'

describe('les touches d’annulation', () => {
  const touche = (key: string, modificateurs: Partial<Parameters<typeof gesteDe>[0]> = {}) =>
    gesteDe({ key, ctrlKey: true, metaKey: false, shiftKey: false, altKey: false, ...modificateurs })
  it.each([
    ['Ctrl+Z annule', 'z', {}, 'annuler'],
    ['Ctrl+Y rétablit', 'y', {}, 'retablir'],
    ['Ctrl+Maj+Z rétablit', 'Z', { shiftKey: true }, 'retablir'],
    ['⌘Z annule', 'z', { ctrlKey: false, metaKey: true }, 'annuler'],
    ['Ctrl+Alt+Z n’est à personne', 'z', { altKey: true }, null],
    ['Z s’écrit', 'z', { ctrlKey: false }, null],
    ['Ctrl+Maj+Y n’est à personne', 'Y', { shiftKey: true }, null],
  ] as const)('%s', (_cas, key, modificateurs, geste) => {
    expect(touche(key, modificateurs)).toBe(geste)
  })
})

describe('où l’écran retourne après une annulation', () => {
  const ou = (champs: Partial<LieuDuChangement>): LieuDuChangement => ({
    table: 'agent',
    id: 'a1',
    libelle: 'agent ZORN Ada',
    page: { table: 'agent', id: 'a1' },
    champs: ['telephone'],
    liste: 'agent',
    plusieurs: false,
    repere: 'a1',
    anneeId: null,
    montrees: ['a1'],
    ...champs,
  })
  const terme = { table: 'vocabulaire', id: 't1', page: { table: 'vocabulaire', id: 't1' }, liste: 'vocabulaire' }
  const seul = (table: string) => ({ table, id: 'x1', page: { table, id: 'x1' }, liste: table, champs: [] })
  const deLettre = (table: string) => ({
    table,
    id: 'x1',
    page: { table: 'lettreDeMission', id: 'l1' },
    liste: 'lettreDeMission',
    champs: [],
  })
  const affectation = { table: 'affectation', id: 's1', page: { table: 'agent', id: 'a1' } }
  it.each([
    ['la fiche, sur l’onglet qui montre le champ', ou({}), '#/bilan', '#/agents/a1?onglet=fiche'],
    ['la fiche de l’agent pour son affectation', ou(affectation), '#/bilan', '#/agents/a1?onglet=affectations'],
    ['la liste où l’on est déjà', ou({}), '#/agents?filtre=sansLettre', '#/agents?filtre=sansLettre'],
    ['la liste quand la fiche n’est plus', ou({ page: null }), '#/agents/a1', '#/agents'],
    ['la liste quand plusieurs fiches ont changé', ou({ plusieurs: true }), '#/import', '#/agents'],
    ['les listes des paramètres pour un terme', ou(terme), '#/agents', '#/parametres?onglet=listes'],
    [
      'l’onglet des textes d’une lettre',
      ou({
        table: 'lettreDeMission',
        id: 'l1',
        page: { table: 'lettreDeMission', id: 'l1' },
        liste: 'lettreDeMission',
        champs: ['moyens'],
      }),
      '#/agents',
      '#/lettres/l1?onglet=textes',
    ],
    ['l’autre onglet des paramètres', ou(terme), '#/parametres?onglet=academie', '#/parametres?onglet=listes'],
    [
      'le calendrier pour un jalon',
      ou({ ...seul('jalon'), anneeId: '2026-2027' }),
      '#/agents',
      '#/aujourdhui/calendrier',
    ],
    ['les circuits', ou(seul('circuit')), '#/agents', '#/parametres?onglet=circuits'],
    ['les courriels', ou(seul('texteCourriel')), '#/agents', '#/parametres?onglet=courriels'],
    ['les doublons pour une paire mise à part', ou(seul('doublonEcarte')), '#/agents', '#/doublons'],
    ['le suivi d’une lettre pour ses étapes', ou(deLettre('lettreEvenement')), '#/agents', '#/lettres/l1?onglet=suivi'],
    [
      'le suivi pour le résultat d’un objectif',
      ou({ ...deLettre('lettreObjectif'), champs: ['resultat', 'atteinte'] }),
      '#/agents',
      '#/lettres/l1?onglet=suivi',
    ],
    [
      'l’activité pour l’objectif lui-même',
      ou({ ...deLettre('lettreObjectif'), champs: ['libelle'] }),
      '#/agents',
      '#/lettres/l1?onglet=activite',
    ],
    ['nulle part pour ce qu’aucun écran ne montre', ou({ table: 'fichier', liste: 'fichier' }), '#/agents', null],
  ])('%s', (_cas, lieu, ici, adresse) => {
    expect(adresseDuChangement(lieu, ici)).toBe(adresse)
  })

  it('montre la ligne, à défaut sa rubrique, à défaut sa fiche', () => {
    expect(endroits(ou({ ...affectation, repere: 's1', montrees: ['s1', 'a1'] }))).toEqual([
      ['s1'],
      ['affectation'],
      ['s1', 'a1'],
      ['fiche'],
    ])
    expect(endroits(ou({ montrees: ['a1', 'a2'], plusieurs: true }))[0]).toEqual(['a1', 'a2'])
    expect(endroits(ou({ ...affectation, repere: 's1', montrees: ['a1', 'a2'], plusieurs: true }))[0]).toEqual([
      's1',
      'a1',
      'a2',
    ])
  })

  it('n’a pas d’adresse pour une fiche qui n’est plus', () => {
    expect(pageDe({ table: 'agent', id: 'a1', libelle: 'agent', page: null })).toBeNull()
  })
})
