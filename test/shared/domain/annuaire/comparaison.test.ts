import { describe, expect, it } from 'vitest'
import { absents, champsPresents, cleDePresence, comparer } from '../../../../shared/domain/annuaire/comparaison'
import type { EtablissementAnnuaire } from '../../../../shared/domain/annuaire/lecture'
import { clesEtablissement } from '../../../../shared/domain/etablissement/cles'
import type { Etablissement } from '../../../../shared/domain/etablissement/etablissement'
import { uaiFictif } from '../../../helpers/etablissement'

const lu: EtablissementAnnuaire = {
  uai: uaiFictif(1),
  nom: 'Collège Anita Conti',
  type: 'Collège',
  nature: 'COLLEGE',
  secteur: 'public',
  adresse: '1 rue des Pins',
  codePostal: '35000',
  commune: 'Rennes',
  departement: '035',
  academieCode: '14',
  telephone: '02 99 00 00 01',
  courriel: '',
  bassinCode: '',
  bassinNom: '',
  zapCode: '',
  zapNom: '',
  educationPrioritaire: 'REP',
  voieGenerale: 0,
  voieTechnologique: 0,
  voieProfessionnelle: 0,
  segpa: 0,
  ulis: 1,
  nombreEleves: 412,
  latitude: 48.11,
  longitude: -1.68,
  ouvertLe: '1971-09-15',
  annuaireLe: '2026-01-15',
  etat: 'ouvert',
}
const enregistre: Etablissement = { ...lu, ...clesEtablissement(lu), id: 'a', fermeLe: null }
const toutes = champsPresents({
  nom: 0,
  telephone: 1,
  educationPrioritaire: 2,
  bassinNom: 3,
  ulis: 4,
  nombreEleves: 5,
  ouvertLe: 6,
  departement: 7,
  secteur: 8,
})

describe('comparer le registre et l’annuaire', () => {
  it.each<[string, Partial<EtablissementAnnuaire>, string[]]>([
    ['rien', {}, []],
    ['la seule date de mise à jour', { annuaireLe: '2026-09-01' }, []],
    ['un nom', { nom: 'Collège Conti' }, ['Nom : Collège Anita Conti → Collège Conti']],
    ['une case vide', { telephone: '', bassinNom: '', nombreEleves: null }, []],
    ['la sortie de l’éducation prioritaire', { educationPrioritaire: '' }, ['Éducation prioritaire : REP → ']],
    ['un oui', { ulis: 0 }, ['ULIS : oui → non']],
    ['une date', { ouvertLe: '1972-01-02' }, ['Ouvert le : 15/09/1971 → 02/01/1972']],
    ['un département', { departement: '022' }, ['Département : Ille-et-Vilaine → Côtes-d’Armor']],
    ['un secteur', { secteur: 'prive' }, ['Secteur : public → privé']],
    ['une colonne que le fichier n’a pas', { latitude: 47 }, []],
  ])('%s', (_, change, attendu) => {
    const { changements, valeurs } = comparer(enregistre, { ...lu, ...change }, toutes)
    expect(changements.map(({ libelle, avant, apres }) => `${libelle} : ${avant} → ${apres}`)).toEqual(attendu)
    expect(Object.keys(valeurs)).toHaveLength(attendu.length)
  })

  it('rouvre toujours ce qui revient, même sans colonne d’état', () => {
    const ferme = { ...enregistre, etat: 'ferme' as const, fermeLe: '2025-08-31' }
    expect(comparer(ferme, lu, champsPresents({ nom: 0 })).changements).toEqual([
      { champ: 'etat', libelle: 'État', avant: 'fermé', apres: 'ouvert' },
    ])
  })
})

describe('les établissements que l’annuaire n’a plus', () => {
  const perimetre = { academieCode: '14', departements: [], types: null }
  const absence = { vus: new Set<string>(), presents: new Set([cleDePresence(enregistre)]), perimetre }

  it.each<[string, Partial<Etablissement>, Partial<typeof absence>, number]>([
    ['sont à fermer', {}, {}, 1],
    ['sauf s’ils y sont', {}, { vus: new Set([enregistre.uai]) }, 0],
    ['sauf s’ils sont déjà fermés', { etat: 'ferme' }, {}, 0],
    ['sauf s’ils n’en viennent pas', { annuaireLe: null }, {}, 0],
    ['sauf si le fichier n’a rien de ce type dans ce département', { type: 'EREA' }, {}, 0],
    ['sauf hors de l’académie', { academieCode: '17' }, {}, 0],
  ])('%s', (_, change, autre, nombre) => {
    expect(absents([{ ...enregistre, ...change }], { ...absence, ...autre })).toHaveLength(nombre)
  })
})
