import { Button, CloseButton } from '@mantine/core'
import { z } from 'zod'
import { heuresReparties, uniteHeures } from '../../../shared/domain/lettre-de-mission/dossier'
import { lettreDomaine, type LettreDomaine } from '../../../shared/domain/lettre-de-mission/lettre-de-mission'
import { definirDomaines, type LettreLue } from '../../../shared/domain/lettre-de-mission/lettre-de-mission.contract'
import { ecartSignale } from '../../../shared/domain/lettre-de-mission/regles'
import { listerVocabulaires } from '../../../shared/domain/vocabulaire/vocabulaire.contract'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { heuresCourtes } from '../../ui/format'
import { FormGrid } from '../../ui/form/form'
import type { FormModel } from '../../ui/form/form-model'
import { FieldHeures } from '../../ui/form/number-fields'
import { FieldTextarea } from '../../ui/form/text-fields'
import { useAutosaveForm } from '../../ui/form/use-autosave-form'
import { notify } from '../../ui/notice'
import { Ecart } from './libelles'
import { ListeConstats } from './liste-constats'
import type { ChampsLettre } from './lettre-form'
import classes from './lettre.module.css'
import { Objectifs } from './objectifs'

type Ligne = Omit<LettreDomaine, 'lettreId' | 'ordre'>
const schema = z.object({ lignes: z.array(lettreDomaine.omit({ lettreId: true, ordre: true })) })

/** Equal shares of the hours due, the last one taking what rounding leaves. */
function partager(total: number, nombre: number): number[] {
  const part = Math.floor(total / nombre)
  return Array.from({ length: nombre }, (_, rang) =>
    rang === nombre - 1 ? Number((total - part * (nombre - 1)).toFixed(4)) : part,
  )
}

/** Hours and activities by domaine or axe, then the year's objectives. */
export function OngletActivite({ lue, form: principal }: { lue: LettreLue; form: FormModel<ChampsLettre> }) {
  const { lettre, domaines, constats, textesModele } = lue
  const definir = useCommand(definirDomaines)
  const lignes = domaines.map(({ id, domaineId, heures, activites }): Ligne => ({ id, domaineId, heures, activites }))
  const ecrire = (voulues: readonly (Omit<Ligne, 'id'> & { id?: string })[], montrees: readonly Ligne[] = lignes) =>
    definir.mutateAsync({ id: lettre.id, lignes: [...voulues], attendues: montrees.map((ligne) => ({ ...ligne })) })
  const form = useAutosaveForm<{ lignes: Ligne[] }>({
    schema,
    values: { lignes },
    save: (_patch, all, attendu) => ecrire(all.lignes, attendu.lignes),
  })
  const reparties = heuresReparties(lue)
  const unite = uniteHeures(lue)
  const repartir = (): void => {
    const parts = partager(lettre.heuresDues, lignes.length)
    void ecrire(lignes.map((ligne, rang) => ({ ...ligne, heures: parts[rang] ?? 0 }))).catch(notify.error)
  }
  return (
    <>
      <ListeConstats constats={constats} champs={['domaines']} />
      <div className={classes.bas}>
        <span>
          {reparties === null ? 'Rien n’est réparti' : `${heuresCourtes(reparties, unite)} réparties`} sur{' '}
          {heuresCourtes(lettre.heuresDues, unite)}
        </span>
        <Ecart
          ecart={reparties === null ? null : Number((reparties - lettre.heuresDues).toFixed(4))}
          tolere={!ecartSignale(constats)}
        />
        {reparties === null && lignes.length > 0 && (
          <Button variant="default" size="compact-sm" onClick={repartir} loading={definir.isPending}>
            Répartir également
          </Button>
        )}
      </div>
      {principal.methods.getValues('heuresMasquees') === 1 && (
        <p className={classes.aide}>Ces heures ne sont pas imprimées (onglet Service).</p>
      )}
      {domaines.map(({ id, libelle }, rang) => (
        <div key={id} className={classes.ligne} role="group" aria-label={libelle} data-key={id}>
          <div className={classes.ligneTete}>
            <div className={classes.ligneNom}>
              <strong>{libelle}</strong>
            </div>
            <CloseButton
              data-writes
              aria-label={`Retirer ${libelle}`}
              onClick={() => void ecrire(lignes.filter((ligne) => ligne.id !== id)).catch(notify.error)}
            />
          </div>
          <FormGrid columns={2}>
            <FieldHeures form={form} name={`lignes.${rang}.heures`} label={`Heures par ${unite}, indicatives`} />
            <FieldTextarea
              form={form}
              name={`lignes.${rang}.activites`}
              label="Activités"
              span={2}
              rows={3}
              placeholder={textesModele.activites[id] ?? ''}
              help="Laissé vide, le champ reprend le texte du modèle. Une ligne qui commence par « - » devient une puce."
            />
          </FormGrid>
        </div>
      ))}
      <AjoutDomaine
        lue={lue}
        onAdd={(domaineId) => void ecrire([...lignes, { domaineId, heures: 0, activites: '' }]).catch(notify.error)}
      />
      <Objectifs lue={lue} />
    </>
  )
}

/** Domaines of the académie that the letter does not have, one button each. */
function AjoutDomaine({ lue: { domaines }, onAdd }: { lue: LettreLue; onAdd: (domaineId: string) => void }) {
  const termes = useOperation(listerVocabulaires, {}).data ?? []
  const liste = termes.find(({ id }) => id === domaines[0]?.domaineId)?.liste
  const absents = termes.filter(
    (terme) =>
      terme.actif === 1 &&
      (liste === undefined ? terme.liste === 'domaine' || terme.liste === 'axe' : terme.liste === liste) &&
      !domaines.some(({ domaineId }) => domaineId === terme.id),
  )
  if (absents.length === 0) return null
  return (
    <div className={classes.bas}>
      {absents.map(({ id, libelle }) => (
        <Button key={id} variant="default" size="compact-sm" onClick={() => onAdd(id)}>
          Ajouter {libelle}
        </Button>
      ))}
    </div>
  )
}
