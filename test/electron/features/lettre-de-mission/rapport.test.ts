import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  changerEtatLettre,
  definirEtablissements,
  definirObjectifs,
  lireLettre,
  modifierLettre,
} from '../../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import {
  demanderRapports,
  enregistrerRapport,
  lireVie,
  noterObjectif,
  recevoirRapport,
} from '../../../../shared/domain/lettre-de-mission/vie.contract'
import { insertLettre, insertLieu } from '../../../helpers/lettre-registre'
import { lisible } from '../../../helpers/lisible'
import { refusDe } from '../../../helpers/registre-fichier'
import { testRegistre, type TestRegistre } from '../../../helpers/registre'

let r: TestRegistre
let id: string
beforeEach(async () => {
  r = await testRegistre()
  const lieu = await insertLieu(r, '0350001L', 'Lycée Macé')
  id = (await insertLettre(r)).lettre.id
  const ligne = { etablissementId: lieu, natureId: null, volume: null, uniteVolume: 'heuresParAn', gpds: 0 } as const
  await r.call(definirEtablissements, { id, lignes: [ligne] })
  await r.call(definirObjectifs, {
    id,
    lignes: [{ libelle: 'Accueillir', indicateur: 'jeunes', cible: '60', echeanceLe: null, resultat: '' }],
  })
  await r.call(modifierLettre, { id, champs: { etablieLe: '2026-09-05' } })
  await r.call(changerEtatLettre, { id, vers: 'aLaSignature', le: '2026-09-10' })
  await r.call(changerEtatLettre, { id, vers: 'signee', le: '2026-09-20' })
})
afterEach(() => {
  r.close()
})

function fichier(nom: string, contenu: string | Buffer): string {
  const chemin = join(r.dossier, nom)
  writeFileSync(chemin, contenu)
  return r.grant(chemin)
}
const demander = () => r.call(demanderRapports, { ids: [id], le: '2026-11-01', attenduLe: '2026-11-15' })

it('est demandé, reçu avec son fichier, gardé dans le registre et rendu tel quel', async () => {
  await demander()
  await r.call(recevoirRapport, { id, le: '2026-11-14', jeton: fichier('rapport.odt', 'mon rapport') })
  expect(await r.call(lireVie, { id })).toMatchObject({
    rapport: { recuLe: '2026-11-14', fichier: { nom: 'rapport.odt', octets: 11 } },
  })
  expect((await r.call(lireLettre, { id })).lettre.etat).toBe('bilanRecu')
  const copie = join(r.dossier, 'copie.odt')
  await r.call(enregistrerRapport, { id, jeton: r.grant(copie) })
  expect(readFileSync(copie, 'utf8')).toBe('mon rapport')
})

it.each([
  ['photo.exe', 'x', '« photo.exe » n’est ni un PDF ni un document bureautique. Le rapport n’a pas été joint.'],
  ['vide.pdf', '', '« vide.pdf » est vide. Le rapport n’a pas été joint.'],
  [
    'gros.pdf',
    Buffer.alloc(21 * 1024 * 1024),
    '« gros.pdf » pèse 21 Mo : un rapport ne doit pas dépasser 20 Mo. Il n’a pas été joint.',
  ],
])('refuse de joindre %s', async (nom, contenu, message) => {
  await demander()
  const refus = await refusDe(r.call(recevoirRapport, { id, le: '2026-11-14', jeton: fichier(nom, contenu) }))
  expect(lisible(refus.message)).toBe(message)
  expect((await r.call(lireVie, { id })).rapport?.recuLe).toBeNull()
})

it('ne se reçoit ni sans avoir été demandé, ni avant', async () => {
  const recevoir = (le: string) => refusDe(r.call(recevoirRapport, { id, le, jeton: null }))
  expect((await recevoir('2026-11-14')).message).toBe(
    'Le rapport de cette lettre n’a pas été demandé. Rien n’a changé.',
  )
  await demander()
  expect((await recevoir('2026-10-01')).message).toBe(
    'Le rapport a été demandé le 01/11/2026 : il n’a pas été reçu le 01/10/2026. Rien n’a changé.',
  )
})

it('note le résultat d’un objectif d’une lettre signée, sans toucher au reste', async () => {
  const { objectifs } = await r.call(lireLettre, { id })
  const objectif = objectifs[0]?.id ?? ''
  await r.call(noterObjectif, {
    id: objectif,
    champs: { resultat: '58 jeunes', atteinte: 'enPartie', domaineId: null },
  })
  const perimee = r.call(noterObjectif, { id: objectif, champs: { resultat: '60' }, attendu: { resultat: '' } })
  expect((await refusDe(perimee)).code).toBe('conflict')
  expect((await r.call(lireLettre, { id })).objectifs[0]).toMatchObject({
    libelle: 'Accueillir',
    resultat: '58 jeunes',
    atteinte: 'enPartie',
  })
})
