import { Button, Checkbox, Radio } from '@mantine/core'
import { useState } from 'react'
import { estBloque } from '../../../shared/constat'
import {
  comparerDoublons,
  ecarterDoublon,
  fusionnerDoublons,
  type ChampCompare,
  type Comparaison as Comparee,
  type FicheDePaire,
  type PaireAffichee,
} from '../../../shared/domain/doublon/doublon.contract'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { paths } from '../../paths'
import { ErrorState, Loading } from '../../ui/empty-state'
import { FieldNote } from '../../ui/form/field-note'
import { notify } from '../../ui/notice'
import { Section } from '../../ui/section'
import classes from './doublon.module.css'
import { gesteDEcarter, gesteDeFusionner } from './phrases'

interface ComparaisonProps {
  paire: PaireAffichee
  onSettled: () => void
}

/** The two records side by side: which one stays, and whose value in each field. */
export function Comparaison({ paire: { sujet, premier, second }, onSettled }: ComparaisonProps) {
  const [gardeId, setGardeId] = useState(premier.id)
  const retireId = gardeId === premier.id ? second.id : premier.id
  const { data, error, refetch } = useOperation(comparerDoublons, { sujet, gardeId, retireId })
  if (error) return <ErrorState error={error} retry={refetch} />
  if (!data) return <Loading />
  return <Choix key={gardeId} sujet={sujet} comparee={data} onSwap={() => setGardeId(retireId)} onSettled={onSettled} />
}

interface ChoixProps {
  sujet: PaireAffichee['sujet']
  comparee: Comparee
  onSwap: () => void
  onSettled: () => void
}

function Choix({ sujet, comparee, onSwap, onSettled }: ChoixProps) {
  const { garde, retire, champs, liens, constats } = comparee
  const [repris, setRepris] = useState(() => champs.filter(({ aReprendre }) => aReprendre).map(({ champ }) => champ))
  const [tous, setTous] = useState(false)
  const fusionner = useCommand(fusionnerDoublons)
  const ecarter = useCommand(ecarterDoublon)
  const fondre = (): void =>
    fusionner.mutate(
      { sujet, gardeId: garde.id, retireId: retire.id, reprendre: repris },
      {
        onError: notify.error,
        onSuccess: () => {
          onSettled()
          notify.done(`Il n’y a plus qu’une fiche : ${garde.libelle}.`)
        },
      },
    )
  const choisir = (champ: string, deLautre: boolean): void =>
    setRepris((avant) => (deLautre ? [...avant, champ] : avant.filter((each) => each !== champ)))
  return (
    <div className={classes.comparaison} tabIndex={0} role="group" aria-label="Comparaison">
      <Section
        title="Les deux fiches"
        description="Les lettres, les réseaux et tout ce qui renvoie à la fiche retirée renverront à la fiche gardée. Choisissez, champ par champ, la valeur à garder."
        actions={
          <Button variant="default" onClick={onSwap}>
            Garder l’autre fiche
          </Button>
        }
      >
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Champ</th>
              <Fiche sujet={sujet} fiche={garde} role="Fiche gardée" />
              <Fiche sujet={sujet} fiche={retire} role="Fiche retirée" />
            </tr>
          </thead>
          <tbody>
            {champs
              .filter(({ differe }) => differe || tous)
              .map((champ) => (
                <Champ key={champ.champ} champ={champ} repris={repris.includes(champ.champ)} onChoose={choisir} />
              ))}
          </tbody>
        </table>
        <Checkbox
          className={classes.tous ?? ''}
          label="Montrer aussi les champs identiques"
          checked={tous}
          onChange={({ currentTarget }) => setTous(currentTarget.checked)}
        />
      </Section>
      <Section title="Ce qui passe à la fiche gardée">
        <p className={classes.liens}>{liens.length === 0 ? 'Rien ne renvoie à la fiche retirée.' : liens.join(', ')}</p>
        {constats.map(({ message, gravite }) => (
          <FieldNote key={message} gravite={gravite}>
            {message}
          </FieldNote>
        ))}
      </Section>
      <div className={classes.gestes}>
        <Button
          variant="default"
          loading={ecarter.isPending}
          onClick={() =>
            ecarter.mutate({ sujet, ids: [garde.id, retire.id] }, { onError: notify.error, onSuccess: onSettled })
          }
        >
          {gesteDEcarter[sujet]}
        </Button>
        <Button disabled={estBloque(constats)} loading={fusionner.isPending} onClick={fondre}>
          {gesteDeFusionner(garde.libelle, repris.length)}
        </Button>
      </div>
    </div>
  )
}

function Fiche({ sujet, fiche, role }: { sujet: PaireAffichee['sujet']; fiche: FicheDePaire; role: string }) {
  const adresse = sujet === 'agent' ? paths.agent : paths.etablissement
  return (
    <th scope="col">
      <span className={classes.role}>{role}</span>
      <a href={adresse.href({ id: fiche.id })}>{fiche.libelle}</a>
      <span className={classes.raison}>{fiche.detail}</span>
    </th>
  )
}

interface ChampProps {
  champ: ChampCompare
  repris: boolean
  onChoose: (champ: string, deLautre: boolean) => void
}

function Champ({ champ: { champ, libelle, garde, retire, differe }, repris, onChoose }: ChampProps) {
  if (!differe)
    return (
      <tr>
        <th scope="row">{libelle}</th>
        <td colSpan={2}>{garde}</td>
      </tr>
    )
  return (
    <tr>
      <th scope="row">{libelle}</th>
      <td data-choisi={!repris || undefined}>
        <Radio
          name={champ}
          label={garde}
          aria-label={`${libelle} : garder ${garde}`}
          checked={!repris}
          onChange={() => onChoose(champ, false)}
        />
      </td>
      <td data-choisi={repris || undefined}>
        <Radio
          name={champ}
          label={retire}
          aria-label={`${libelle} : prendre ${retire}`}
          checked={repris}
          onChange={() => onChoose(champ, true)}
        />
      </td>
    </tr>
  )
}
