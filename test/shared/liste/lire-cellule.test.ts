import { describe, expect, it } from 'vitest'
import { analyserFiltre } from '../../../shared/liste/analyser-filtre'
import type { ColonneDeListe, TypeDeColonne } from '../../../shared/liste/colonne'
import { direFiltre } from '../../../shared/liste/dire-filtre'
import { lireCellule } from '../../../shared/liste/lire-cellule'
import { lisible } from '../../helpers/lisible'

const lire = (type: TypeDeColonne, texte: string, regle: Parameters<typeof lireCellule>[1] = {}) => {
  const lecture = lireCellule(type, regle, texte)
  return lecture.ok ? lecture.valeur : lisible(lecture.message)
}

describe('une cellule tapée ou collée', () => {
  it.each<[TypeDeColonne, string, string | number]>([
    ['texte', '  =cmd|calc  ', '=cmd|calc'],
    ['texte', 'Zola\n Émile', 'Zola Émile'],
    ['nombre', '1 404', 1404],
    ['nombre', '12+3,5', 15.5],
    ['nombre', '=120 + 80 - 10', 190],
    ['nombre', '=7', 7],
    ['nombre', '-3', -3],
    ['nombre', '=cmd|calc', '« =cmd|calc » n’est pas une somme de nombres.'],
    ['nombre', 'beaucoup', '« beaucoup » n’est pas un nombre.'],
    ['montant', '1 000,50 €', 100_050],
    ['montant', '10+0,5', 1050],
    ['heures', '13 h 30', 13.5],
    ['heures', '13 h 30 + 45 min', 14.25],
    ['pourcentage', '80 %', 80],
    ['jour', '31/08/2026', '2026-08-31'],
    ['jour', '31/02/2026', '« 31/02/2026 » n’existe pas : février 2026 compte 28 jours.'],
    ['booleen', 'Oui', 1],
    ['booleen', 'x', 1],
    ['booleen', 'non', 0],
    ['booleen', 'peut-être', '« peut-être » n’est pas un oui ou un non.'],
    ['texte', ' ', 'Cette cellule ne peut pas être vide.'],
  ])('%s « %s » : %s', (type, texte, attendu) => expect(lire(type, texte)).toBe(attendu))

  it('se vide quand sa colonne le permet, et reconnaît un choix sans ses accents', () => {
    expect(lire('jour', '', { vide: null })).toBeNull()
    expect(lire('liste', '', { vide: 'non', choix: { Non: 'non' } })).toBe('non')
    expect(lire('liste', 'PRIVE', { choix: { Public: 'public', Privé: 'prive' } })).toBe('prive')
    expect(lire('liste', 'mixte', { choix: { Public: 'public', Privé: 'prive' } })).toBe(
      '« mixte » n’est pas un choix possible : Public, Privé.',
    )
  })
})

describe('un filtre tapé en une ligne', () => {
  const colonnes = (
    [
      ['nom', 'Établissement', 'texte'],
      ['type', 'Type', 'liste'],
      ['eleves', 'Élèves', 'nombre'],
      ['fin', 'Fin de contrat', 'jour'],
      ['segpa', 'SEGPA', 'booleen'],
      ['etat', 'État', 'liste', ['Ouvert', 'Fermé']],
    ] as const
  ).map(([cle, titre, type, valeurs]): ColonneDeListe<never> => ({
    ...{ cle, titre, type, valeur: () => null },
    ...(valeurs && { valeurs }),
  }))
  const dit = (texte: string) => {
    const lecture = analyserFiltre(colonnes, texte)
    return lisible(lecture.ok ? direFiltre(colonnes, lecture.valeur) : lecture.message)
  }

  it.each([
    ['', ''],
    ['etablissement ~ zola ; eleves >= 300', 'Établissement contient « zola » et Élèves ≥ 300'],
    ['type = Collège|Lycée ; segpa = oui', '(Type est « Collège » ou Type est « Lycée ») et SEGPA : oui'],
    ['type != EREA', 'Type n’est pas EREA'],
    ['nom ^= lycée ; nom !~ privé', 'Établissement commence par « lycée » et Établissement ne contient pas « privé »'],
    ['eleves = 100..300', 'Élèves entre 100 et 300'],
    ['fin = dans les 60 jours', 'Fin de contrat dans les 60 jours'],
    ['fin = l’an dernier', 'Fin de contrat l’an dernier'],
    ['fin < 31/08/2026 ; fin != vide', 'Fin de contrat avant le 31/08/2026 et Fin de contrat n’est pas vide'],
    ['fin = 01/09/2026..31/08/2027', 'Fin de contrat du 01/09/2026 au 31/08/2027'],
    ['ville = Rennes', 'La colonne « ville » n’existe pas. Colonnes : nom, type, eleves, fin, segpa, etat.'],
    ['etat = ferme', 'État est « Fermé »'],
    ['etat != FERME', 'État n’est pas Fermé'],
    ['etat = Bilan demandé', '« Bilan demandé » n’est pas dans la colonne « État » : Ouvert, Fermé.'],
    ['Rennes', '« Rennes » n’est pas une condition : écrivez par exemple commune = Rennes.'],
    ['eleves ~ 3', 'Le signe « ~ » ne convient pas à la colonne « Élèves ».'],
    ['fin > 31/02/2026', '« 31/02/2026 » n’existe pas : février 2026 compte 28 jours.'],
  ])('« %s » : %s', (texte, attendu) => expect(dit(texte)).toBe(attendu))
})
